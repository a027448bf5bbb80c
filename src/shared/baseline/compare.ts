import { mostPressing } from '../health/judgement.js';
import { PARTS } from '../health/parts.js';
import type { MetricState } from '../health/state.js';
import { type MissingCode, seriesKey } from '../metrics/reading.js';
import type { Part } from '../sop/schema.js';
import type { Baseline, BaselineDevice, UsualValue } from './schema.js';
import { type DeviceMetric, PART_OF, type ValueMetric } from './subjects.js';
import { isPresentDevice, subjectName } from './take.js';

/**
 * How something is, beside the baseline. `unknown`: it can't be read now, which is neither the same nor missing.
 * `changed`: another link speed, or another adapter in the place of the one. `drift`: beyond a limit of the
 * procedure that goes by the baseline.
 */
export type Mark = 'same' | 'missing' | 'new' | 'changed' | 'drift' | 'unknown';

/** One device of the baseline or of now. */
export interface DeviceRow {
  readonly kind: 'device';
  readonly part: Part;
  readonly metric: DeviceMetric;
  readonly instance?: string;
  /** Name in the baseline, else the present one. */
  readonly name: string;
  /** What is in its place now, where that is another. */
  readonly now?: string;
  readonly mark: Mark;
}

/** One value of the baseline beside the present one. */
export interface ValueRow {
  readonly kind: 'value';
  readonly part: Part;
  readonly metric: ValueMetric;
  readonly instance?: string;
  /** Usual value and how far apart values usually are, in the metric's unit. */
  readonly expected: number;
  readonly spread: number;
  /** Value now; null: it can't be read. */
  readonly actual: number | null;
  /** Why it can't. */
  readonly missing?: MissingCode;
  readonly mark: Mark;
}

/** One line of the comparison. */
export type BaselineRow = DeviceRow | ValueRow;

/** Everything of the baseline beside what is now, and what is new; grouped by part in the order of the cards. */
export function baselineRows(baseline: Baseline, states: readonly MetricState[]): readonly BaselineRow[] {
  const byKey = new Map(states.map((state) => [seriesKey(state.metric, state.instance), state]));
  const known = new Set(baseline.devices.map(({ metric, instance }) => seriesKey(metric, instance)));
  const devices = baseline.devices.map((device) => deviceRow(device, byKey));
  const added = states
    .filter((state) => isPresentDevice(state) && !known.has(seriesKey(state.metric, state.instance)))
    .map(newRow);
  const values = baseline.values.map((usual) => valueRow(usual, byKey));
  const place = ({ part }: BaselineRow) => PARTS.indexOf(part);
  return [...devices, ...added, ...values].sort((a, b) => place(a) - place(b));
}

/** What is not as it was: missing, new and changed devices, other link speeds, values that drifted. */
export function compareWithBaseline(
  baseline: Baseline,
  states: readonly MetricState[],
): readonly BaselineRow[] {
  return baselineRows(baseline, states).filter(isDifference);
}

/** Whether a row is not as it was; what can't be read is no difference. */
export function isDifference({ mark }: BaselineRow): boolean {
  return mark !== 'same' && mark !== 'unknown';
}

function deviceRow(
  { metric, instance, name }: BaselineDevice,
  byKey: ReadonlyMap<string, MetricState>,
): DeviceRow {
  const state = byKey.get(seriesKey(metric, instance));
  const row = {
    kind: 'device' as const,
    part: PART_OF[metric],
    metric,
    ...(instance !== undefined && { instance }),
    name,
  };
  if (state?.gone !== undefined) return { ...row, mark: 'missing' };
  if (!state || !isPresentDevice(state)) {
    const isOut = state && (state.value === 0 || state.missing === 'not-present');
    return { ...row, mark: isOut ? 'missing' : 'unknown' };
  }
  const now = subjectName(state);
  // With an id a device is the same whatever it is called now; without one its name is all there is.
  return instance === undefined && now !== name ? { ...row, now, mark: 'changed' } : { ...row, mark: 'same' };
}

function newRow(state: MetricState): DeviceRow {
  const metric = state.metric as DeviceMetric;
  return {
    kind: 'device',
    part: PART_OF[metric],
    metric,
    ...(state.instance !== undefined && { instance: state.instance }),
    name: subjectName(state),
    mark: 'new',
  };
}

function valueRow(
  { metric, instance, value, spread }: UsualValue,
  byKey: ReadonlyMap<string, MetricState>,
): ValueRow {
  const state = byKey.get(seriesKey(metric, instance));
  const actual = state?.value ?? null;
  return {
    kind: 'value',
    part: PART_OF[metric],
    metric,
    ...(instance !== undefined && { instance }),
    expected: value,
    spread,
    actual,
    ...(state?.missing && { missing: state.missing }),
    mark: actual === null || !state ? 'unknown' : valueMark(metric, value, actual, state),
  };
}

function valueMark(metric: ValueMetric, expected: number, actual: number, state: MetricState): Mark {
  // Links have a few fixed speeds: any other one is a change.
  if (metric === 'network.linkSpeed') return actual === expected ? 'same' : 'changed';
  const isRelative = state.limit?.of === 'baseline' || state.limit?.of === 'spread';
  return isRelative && mostPressing(['ok', state.judgement]) !== 'ok' ? 'drift' : 'same';
}
