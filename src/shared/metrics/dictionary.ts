/**
 * The metric dictionary of the operating procedure: every quantity the program knows, with its unit,
 * its values and how often it is worth asking for. Ids are stable: profile, records, traces and tests use them.
 */

/** Units as they appear in readings and traces. `bool` values are 1 (yes) and 0 (no). */
export type Unit =
  | '°C'
  | '%'
  | 'rpm'
  | 'count'
  | 'bytes/s'
  | 'ms'
  | 'bool'
  | 'bytes'
  | 'Mbit/s'
  | 'dBm'
  | 'V'
  | 'A'
  | 'days';

/** How dear a metric is to read. Periods in milliseconds: {@link TIER_PERIOD_MS}. */
export type Tier = 'fast' | 'medium' | 'slow' | 'rare';

/** Nominal time between two readings of a tier, in milliseconds. The fast tick is a setting (1-10 s). */
export const TIER_PERIOD_MS: Readonly<Record<Tier, number>> = {
  fast: 2_000,
  medium: 10_000,
  slow: 60_000,
  rare: 600_000,
};

/** What one metric is. `min`/`max` bound what is physically possible; outside it a value is implausible. */
export interface MetricSpec {
  readonly unit: Unit;
  readonly tier: Tier;
  readonly min?: number;
  readonly max?: number;
}

const bool = (tier: Tier): MetricSpec => ({ unit: 'bool', tier, min: 0, max: 1 });
const percent = (tier: Tier): MetricSpec => ({ unit: '%', tier, min: 0, max: 100 });
const amount = (unit: Unit, tier: Tier): MetricSpec => ({ unit, tier, min: 0 });

/** Every metric by id. What each means: docs/metrics.md. */
export const METRICS = {
  // No computer's package is at or below 0 °C or above 150 °C while it runs this program.
  'cpu.temperature': { unit: '°C', tier: 'fast', min: 0.001, max: 150 },
  'cpu.load': percent('fast'),
  'fan.speed': { unit: 'rpm', tier: 'medium', min: 0, max: 30_000 },
  'disk.read.rate': amount('bytes/s', 'fast'),
  'disk.write.rate': amount('bytes/s', 'fast'),
  'disk.latency': amount('ms', 'fast'),
  'disk.busy': percent('fast'),
  'disk.errors': amount('count', 'rare'),
  'disk.smart': bool('rare'),
  'disk.free': amount('bytes', 'slow'),
  'memory.usage': percent('fast'),
  'memory.errors': amount('count', 'slow'),
  'memory.swap': percent('fast'),
  'network.link': bool('fast'),
  'network.linkSpeed': amount('Mbit/s', 'medium'),
  'network.signal': { unit: 'dBm', tier: 'medium', min: -130, max: 0 },
  'network.loss': percent('fast'),
  'network.latency': amount('ms', 'fast'),
  'network.jitter': amount('ms', 'fast'),
  'network.rx.rate': amount('bytes/s', 'fast'),
  'network.tx.rate': amount('bytes/s', 'fast'),
  'camera.present': bool('fast'),
  'camera.inUse': bool('medium'),
  'camera.error': bool('slow'),
  'microphone.present': bool('fast'),
  'microphone.inUse': bool('medium'),
  'microphone.muted': bool('medium'),
  'phone.present': bool('slow'),
  'power.ac': bool('fast'),
  'power.battery': percent('medium'),
  'power.voltage': { unit: 'V', tier: 'medium', min: -30, max: 500 },
  'power.current': { unit: 'A', tier: 'medium', min: -200, max: 200 },
  'power.ups': percent('slow'),
  'system.hang': amount('count', 'rare'),
  'system.crash': amount('count', 'rare'),
  'system.unexpectedReboot': amount('count', 'rare'),
  'display.reset': amount('count', 'rare'),
  'system.updates': amount('count', 'rare'),
  'system.restartPending': bool('rare'),
  'antivirus.enabled': bool('rare'),
  'antivirus.definitionAge': amount('days', 'rare'),
  'antivirus.scanAge': amount('days', 'rare'),
  'self.cpu': amount('%', 'fast'),
  'self.memory': amount('bytes', 'fast'),
  'self.delay': amount('ms', 'fast'),
} as const satisfies Record<string, MetricSpec>;

/** A metric id of the dictionary. */
export type MetricId = keyof typeof METRICS;

/** All metric ids, in dictionary order. */
export const METRIC_IDS = Object.keys(METRICS) as readonly MetricId[];

/** Whether a text is a metric id of the dictionary. */
export function isMetricId(text: string): text is MetricId {
  return Object.hasOwn(METRICS, text);
}

/** Unit, tier and physical bounds of a metric. */
export function metricSpec(metric: MetricId): MetricSpec {
  return METRICS[metric];
}
