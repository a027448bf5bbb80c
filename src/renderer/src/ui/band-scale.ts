import { type MetricId, metricSpec } from '../../../shared/metrics/dictionary.js';
import type { Bounds } from '../../../shared/sop/profile-index.js';

/** Where things stand on a band, as percentages of its width. */
export interface BandScale {
  readonly low: number;
  readonly high: number;
  readonly value: number | null;
}

/**
 * Places per percent of the width: half a dot of a usual card. Of a smaller move nobody sees anything, but the page would
 * be laid out and painted for it at every tick.
 */
const STEPS = 4;

/** Ends of the bands that people compare from day to day; they widen only for a value beyond them. */
export function usualEnds(metric: MetricId, range: Bounds): readonly [number, number] {
  if (metric === 'network.loss') return [0, 5];
  switch (metricSpec(metric).unit) {
    case '°C':
      return [20, 100];
    case '%':
      return [0, 100];
    case 'dBm':
      return [-100, -30];
    default:
      return [0, 2 * (range.high ?? range.low ?? 0)];
  }
}

/** Places a normal range and a value on a band; undefined when the range bounds nothing. */
export function bandScale(metric: MetricId, range: Bounds, value: number | null): BandScale | undefined {
  if (range.low === undefined && range.high === undefined) return undefined;
  const [first, last] = usualEnds(metric, range);
  const start = Math.min(first, value ?? first);
  const end = Math.max(last, value ?? last);
  if (end <= start) return undefined;
  const place = (at: number) => Math.round((STEPS * 100 * (at - start)) / (end - start)) / STEPS;
  return {
    low: range.low === undefined ? 0 : place(range.low),
    high: range.high === undefined ? 100 : place(range.high),
    value: value === null ? null : place(value),
  };
}
