import type { MetricState } from '../health/state.js';
import type { MetricId } from '../metrics/dictionary.js';
import { seriesKey } from '../metrics/reading.js';
import type { Baseline, BaselineDevice, UsualValue } from './schema.js';
import { summary } from './statistics.js';
import { isAnyDevice, isDeviceMetric, isValueMetric } from './subjects.js';

/** The last values of one series, as the monitor keeps them. */
export interface RecentValues {
  readonly metric: MetricId;
  readonly instance?: string;
  /** Oldest first; null: it was missing then. */
  readonly values: readonly (number | null)[];
}

/**
 * Least time of readings behind a baseline, ms (ours): three readings of the metrics that are read every ten seconds,
 * so that a device or a fan that answers late is in it.
 */
export const WARM_UP_MS = 30_000;

/** Why no baseline can be taken now. */
export type TakingBlock = 'warming-up' | 'replay';

/** Whether a state is a device that is there. */
export function isPresentDevice(state: MetricState): boolean {
  if (!isDeviceMetric(state.metric) || state.gone !== undefined) return false;
  if (state.instance === undefined && isAnyDevice(state.metric)) return false;
  // The sum of several is no device of its own; where there is only one, it is.
  if (state.metric === 'disk.busy' && state.instance === undefined) return false;
  if (state.value === null) return false;
  return state.unit !== 'bool' || state.value > 0;
}

/** Name of a device or sensor for people: what it calls itself, else the last part of where it is read. */
export function subjectName({ metric, instance, note, source, value }: MetricState): string {
  // A battery's note is what it does, and that of a missing value says why.
  if (note !== undefined && value !== null && metric !== 'power.battery' && isDeviceMetric(metric))
    return note;
  if (instance !== undefined) return instance;
  return source.slice(source.lastIndexOf(':') + 1).split('/')[0] || source;
}

/** Takes the station as it is: its devices, and what was usual in the last minutes. @param at ms since 1970 */
export function takeBaseline(
  states: readonly MetricState[],
  recent: readonly RecentValues[],
  at: number,
  by: string,
): Baseline {
  const devices = states.filter(isPresentDevice).map(
    (state): BaselineDevice => ({
      metric: state.metric as BaselineDevice['metric'],
      ...(state.instance !== undefined && { instance: state.instance }),
      name: subjectName(state),
    }),
  );
  const tracks = new Map(recent.map((one) => [seriesKey(one.metric, one.instance), one.values]));
  const values = states.flatMap((state) => {
    if (!isValueMetric(state.metric)) return [];
    const track = tracks.get(seriesKey(state.metric, state.instance)) ?? [state.value];
    const usual = usualOf(state, track);
    return usual ? [usual] : [];
  });
  return { schema: 1, at, by, devices, values };
}

function usualOf(
  { metric, instance }: MetricState,
  values: readonly (number | null)[],
): UsualValue | undefined {
  const known = values.filter((value) => value !== null);
  const found = summary(known);
  if (!found) return undefined;
  return {
    metric: metric as UsualValue['metric'],
    ...(instance !== undefined && { instance }),
    ...found,
    readings: known.length,
  };
}
