import { type MetricId, metricSpec, TIER_PERIOD_MS } from '../metrics/dictionary.js';

/** How finely a stretch of time is kept. */
export type Level = 'raw' | 'minute' | 'hour';

/** Width of a row of each level, ms; raw rows stand at the time of their reading. */
export const LEVEL_STEP_MS: Readonly<Record<Level, number>> = { raw: 0, minute: 60_000, hour: 3_600_000 };

const DAY_MS = 86_400_000;

/** How long each level is kept, ms. */
export const KEEP_MS: Readonly<Record<Level, number>> = {
  raw: DAY_MS,
  minute: 30 * DAY_MS,
  hour: 730 * DAY_MS,
};

/** How much longer each level is kept, ms: who looks at "the last 30 days" does so for some minutes. */
export const SPARE_MS = 10 * 60_000;

/** Most rows that one answer holds: a chart is no wider. */
export const POINTS_LIMIT = 4_000;

/** Which stretch of which series is wanted. Times are wall time, ms since 1970; `to` is the first moment left out. */
export interface SeriesQuery {
  readonly metric: MetricId;
  readonly instance?: string;
  readonly from: number;
  readonly to: number;
  /** Most rows of the answer, 1 … {@link POINTS_LIMIT}. */
  readonly maxPoints: number;
}

/**
 * Rows of one series as columns, oldest first. Where nothing was read there is no row; where readings came without a
 * value, a row has null values and a `known` of 0.
 */
export interface SeriesAnswer {
  /** The finest level that reaches back to where the stretch begins. */
  readonly level: Level;
  /** Width of a row, ms; 0: each row is one reading. */
  readonly stepMs: number;
  /** Begin of the row, or the time of the reading. */
  readonly at: readonly number[];
  readonly min: readonly (number | null)[];
  /** Mean of the known readings. */
  readonly avg: readonly (number | null)[];
  readonly max: readonly (number | null)[];
  /** Readings with a value. */
  readonly known: readonly number[];
  /** Readings without one. */
  readonly unknown: readonly number[];
}

/** A series that the history holds. */
export interface StoredSeries {
  readonly metric: MetricId;
  readonly instance?: string;
}

/** The finest level that still holds what was read at `from`. */
export function levelFor(from: number, now: number): Level {
  const age = now - SPARE_MS - from;
  if (age <= KEEP_MS.raw) return 'raw';
  return age <= KEEP_MS.minute ? 'minute' : 'hour';
}

/** Slowest fast tick that can be set, ms. */
const SLOWEST_TICK_MS = 10_000;

/**
 * Time between two rows from which on a line between them would be a guess, ms: three periods of the metric, as for a
 * stale reading, or two and a half rows where these are wider.
 */
export function gapAfterMs(metric: MetricId, stepMs: number): number {
  const period = TIER_PERIOD_MS[metricSpec(metric).tier];
  return Math.max(3 * Math.max(period, SLOWEST_TICK_MS), 2.5 * stepMs);
}
