import type { Sample } from '../../../collector.js';

/** One sensor of LibreHardwareMonitor, in the unit of the metric (°C, rpm, V). */
export interface LhmSensor {
  /** Path of the sensor, the same in every language: `/intelcpu/0/temperature/8`. */
  readonly id: string;
  readonly type: 'Temperature' | 'Fan' | 'Voltage';
  /** Its name; the user can change it. */
  readonly name: string;
  readonly value: number;
  /** Highest value since LibreHardwareMonitor started; null: not told. */
  readonly max: number | null;
}

/** Deepest nesting that is followed; the real tree has five levels. */
const DEEPEST = 12;

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All sensors of a data.json that are of use here; null: this is no answer of LibreHardwareMonitor. Never throws. */
export function parseSensors(text: string): LhmSensor[] | null {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  if (!isNode(root) || !Array.isArray(root.Children)) return null;
  const sensors: LhmSensor[] = [];
  collect(root, sensors, 0);
  return sensors;
}

function collect(node: unknown, sensors: LhmSensor[], depth: number): void {
  if (!isNode(node) || depth > DEEPEST) return;
  const sensor = parseSensor(node);
  if (sensor !== null) sensors.push(sensor);
  if (Array.isArray(node.Children)) for (const child of node.Children) collect(child, sensors, depth + 1);
}

function parseSensor(node: Readonly<Record<string, unknown>>): LhmSensor | null {
  const { SensorId: id, Type: type, Text: name } = node;
  if (typeof id !== 'string' || !id.startsWith('/')) return null;
  if (type !== 'Temperature' && type !== 'Fan' && type !== 'Voltage') return null;
  // RawValue is what Value was before it was rounded, and in °C whatever the user prefers.
  const value = parseQuantity(node.RawValue, type) ?? parseQuantity(node.Value, type);
  if (value === null) return null;
  const max = parseQuantity(node.RawMax, type) ?? parseQuantity(node.Max, type);
  return { id, type, name: typeof name === 'string' ? name : '', value, max };
}

const UNITS = { Temperature: /^°?[CF]?$/i, Fan: /^(rpm)?$/i, Voltage: /^v?$/i } as const;

/** A value as LibreHardwareMonitor writes it: `44,0 °C`, `111.2 °F`, `2348 RPM`, `12.096 V`, or the number alone. */
export function parseQuantity(value: unknown, type: LhmSensor['type']): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const match = /^\s*(-?\d+(?:[.,]\d+)?)\s*(\S*)\s*$/.exec(value);
  const [, digits, unit = ''] = match ?? [];
  if (digits === undefined || !UNITS[type].test(unit)) return null;
  const number = Number(digits.replace(',', '.'));
  return /F$/i.test(unit) && type === 'Temperature' ? ((number - 32) * 5) / 9 : number;
}

const CPU = /^\/(intelcpu|amdcpu|genericcpu)\/(\d+)\/temperature\/\d+$/;
/** The processor's own summary: Intel's package, AMD's control and die temperature. */
const PACKAGE = /\b(package|tctl|tdie)\b/i;
/** One core by itself: `CPU Core #1`, `P-Core #2`, `Core #3`; not a distance, a mean or a maximum. */
const CORE = /^(CPU )?([PE]-|LP-E-)?Core #\d+$/i;

/** `cpu.temperature`: the package, or else the hottest core; cores are instances. Nothing known by name: no value. */
export function cpuSamples(sensors: readonly LhmSensor[]): Sample[] {
  const metric = 'cpu.temperature';
  // A sensor that answers 0 has no driver below it (LibreHardwareMonitor without administrator's rights).
  const own = sensors.filter(({ id, type, value }) => type === 'Temperature' && CPU.test(id) && value > 0);
  const cores = own.filter(({ name }) => CORE.test(name.trim()));
  const packages = own.filter(({ name }) => PACKAGE.test(name) && !/distance/i.test(name));
  const leading = hottest(packages) ?? hottest(cores);
  if (leading === undefined)
    return [{ metric, source: 'LibreHardwareMonitor', missing: 'unsupported', advice: 'start-lhm' }];
  const sourceOf = ({ id }: LhmSensor): string => `LibreHardwareMonitor:${id}`;
  return [
    { metric, source: sourceOf(leading), value: leading.value, note: leading.name },
    ...cores.map((core): Sample => {
      return { metric, instance: core.id, source: sourceOf(core), value: core.value, note: core.name };
    }),
  ];
}

const hottest = (sensors: readonly LhmSensor[]): LhmSensor | undefined =>
  [...sensors].sort((a, b) => b.value - a.value)[0];

/** `fan.speed` of every fan that has turned since LibreHardwareMonitor started: an empty socket counts 0 as well. */
export function fanSamples(sensors: readonly LhmSensor[]): Sample[] {
  const fans = sensors.filter(
    ({ type, value, max }) => type === 'Fan' && value >= 0 && (value > 0 || (max ?? 0) > 0),
  );
  return fans.map(({ id, name, value }) => ({
    metric: 'fan.speed',
    instance: id,
    source: `LibreHardwareMonitor:${id}`,
    value,
    ...(name === '' ? {} : { note: name }),
  }));
}

/** `power.voltage` of the rails that the chip on the board measures, as instances. */
export function railSamples(sensors: readonly LhmSensor[]): Sample[] {
  const rails = sensors.filter(({ type, id }) => type === 'Voltage' && id.startsWith('/lpc/'));
  return rails.map(({ id, name, value }) => ({
    metric: 'power.voltage',
    instance: id,
    source: `LibreHardwareMonitor:${id}`,
    value,
    ...(name === '' ? {} : { note: name }),
  }));
}
