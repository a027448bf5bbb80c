import { baselineRows } from '../../baseline/compare.js';
import type { Baseline } from '../../baseline/schema.js';
import { DEVICE_METRICS } from '../../baseline/subjects.js';
import type { MetricState } from '../../health/state.js';
import { isMetricId, type MetricId } from '../../metrics/dictionary.js';
import type { MeasureId } from '../measures.js';
import type { Measurement, MeasureValues } from '../record/evidence-schema.js';
import { measurement, type Run } from './measure.js';

/** Measures that are readings of the monitor under the same name. */
const READ = [
  'network.link',
  'network.signal',
  'network.linkSpeed',
  'network.loss',
  'network.latency',
  'network.jitter',
  'power.ac',
  'power.battery',
  'system.updates',
  'system.restartPending',
  'antivirus.enabled',
  'antivirus.definitionAge',
  'antivirus.scanAge',
] as const;

/** Which series speaks for the station where there are several: the host that the stream goes to, then the gateway. */
const INSTANCES = [undefined, 'ingest', 'gateway'];

/** The readings that a measure of the station comes from; none: it is measured in another way. */
export function readingsBehind(measure: MeasureId): readonly MetricId[] {
  if (measure === 'devices.missing') return DEVICE_METRICS;
  if (measure === 'power.voltageDrift') return ['power.voltage'];
  return isMetricId(measure) ? [measure] : [];
}

/**
 * The measurements that the monitor has already: cables, network, updates, antivirus. A series that it does not have gives
 * a measurement that is missing.
 */
export function stationMeasurements(
  states: readonly MetricState[],
  baseline: Baseline | null,
  run: Run,
): Measurement[] {
  const read = READ.map((measure) => {
    const found = INSTANCES.flatMap(
      (instance) => states.find((one) => one.metric === measure && one.instance === instance) ?? [],
    );
    const state = found.find(({ value }) => value !== null) ?? found[0];
    return measurement(
      measure,
      state?.value ?? null,
      { ...run, at: state?.at ?? run.at },
      { missing: state?.missing ?? 'warming-up' },
    );
  });
  return [...read, ...comparedMeasurements(states, baseline, run), phoneMeasurement(states, baseline, run)];
}

/**
 * Whether a phone that belongs to the station is on USB. Where the baseline has none, a phone that is there counts, and
 * that none is there means nothing: not everybody streams with one, or has it on a cable.
 */
function phoneMeasurement(states: readonly MetricState[], baseline: Baseline | null, run: Run): Measurement {
  const measure = 'phone.present';
  const any = states.find(({ metric, instance }) => metric === measure && instance === undefined);
  const at = { ...run, at: any?.at ?? run.at };
  if (!any || any.value === null)
    return measurement(measure, null, at, { missing: any?.missing ?? 'warming-up' });
  const rows = baseline ? baselineRows(baseline, states).filter(({ metric }) => metric === measure) : [];
  const own = rows.filter(({ mark }) => mark !== 'new');
  if (own.length > 0) return measurement(measure, own.some(({ mark }) => mark === 'missing') ? 0 : 1, at);
  return any.value > 0
    ? measurement(measure, 1, at)
    : measurement(measure, null, at, { missing: 'not-present' });
}

/** What is usual at this station, for limits that go by it. */
export function stationBaseline(baseline: Baseline | null): MeasureValues {
  const speed = baseline?.values.find(({ metric }) => metric === 'network.linkSpeed')?.value;
  return speed === undefined ? {} : { 'network.linkSpeed': speed };
}

function comparedMeasurements(
  states: readonly MetricState[],
  baseline: Baseline | null,
  run: Run,
): Measurement[] {
  if (!baseline)
    return (['devices.missing', 'power.voltageDrift'] as const).map((measure) =>
      measurement(measure, null, run, { missing: 'no-baseline' }),
    );
  const rows = baselineRows(baseline, states);
  // A phone has a measure of its own: somebody may say where it is.
  const missing = rows.filter(
    ({ kind, mark, metric }) => kind === 'device' && mark === 'missing' && metric !== 'phone.present',
  );
  const drifted = rows.filter(({ metric, mark }) => metric === 'power.voltage' && mark === 'drift');
  const counted = (measure: MeasureId, count: number) =>
    measurement(measure, count, { ...run, at: oldestRead(readingsBehind(measure), states) ?? run.at });
  return [counted('devices.missing', missing.length), counted('power.voltageDrift', drifted.length)];
}

/** When the metric that was not read for the longest time was read last; what is gone is not read any more. */
function oldestRead(metrics: readonly MetricId[], states: readonly MetricState[]): number | undefined {
  const newest = metrics.flatMap((one) => {
    const times = states.flatMap(({ metric, gone, at }) =>
      metric === one && gone === undefined ? [at] : [],
    );
    return times.length > 0 ? [Math.max(...times)] : [];
  });
  return newest.length > 0 ? Math.min(...newest) : undefined;
}
