import uPlot from 'uplot';
import { gapAfterMs, type SeriesAnswer } from '../../../../shared/history/series.js';
import type { MetricId } from '../../../../shared/metrics/dictionary.js';

/** Columns of a chart: times in seconds, as uPlot wants them, then the least, mean and greatest values. */
export interface ChartColumns {
  readonly at: readonly number[];
  readonly min: readonly (number | null)[];
  readonly avg: readonly (number | null)[];
  readonly max: readonly (number | null)[];
}

/** Rows of an answer as columns, with a row of nulls where nothing was read: a line through it would be a guess. */
export function chartColumns(metric: MetricId, { at, min, avg, max, stepMs }: SeriesAnswer): ChartColumns {
  const gap = gapAfterMs(metric, stepMs);
  const columns = { at: [] as number[], min: [], avg: [], max: [] } as {
    at: number[];
    min: (number | null)[];
    avg: (number | null)[];
    max: (number | null)[];
  };
  const add = (time: number, values: readonly (number | null)[]): void => {
    columns.at.push(time / 1_000);
    columns.min.push(values[0] ?? null);
    columns.avg.push(values[1] ?? null);
    columns.max.push(values[2] ?? null);
  };
  at.forEach((time, index) => {
    const before = at[index - 1];
    if (before !== undefined && time - before > gap) add((before + time) / 2, []);
    add(time, [min[index] ?? null, avg[index] ?? null, max[index] ?? null]);
  });
  return columns;
}

/** Rows of one or two answers as uPlot's data: mean, least and greatest of each, beside each other at one time axis. */
export function chartData(
  all: readonly { readonly metric: MetricId; readonly answer: SeriesAnswer }[],
): uPlot.AlignedData {
  const tables = all.map(({ metric, answer }): uPlot.AlignedData => {
    const { at, min, avg, max } = chartColumns(metric, answer);
    return [[...at], [...avg], [...min], [...max]];
  });
  const [only] = tables;
  return tables.length === 1 && only ? only : uPlot.join(tables);
}

/** A stretch of time that is shown, ms since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Shortest stretch that can be shown, ms. */
const SHORTEST_MS = 30_000;
/** How far behind now a stretch may end that is one up to now, ms. */
const NEAR_MS = 90_000;
/** Longest one, ms: what the history keeps. */
const LONGEST_MS = 731 * 86_400_000;

/** The stretch made `factor` times as long around its middle, within what can be shown. */
export function zoomed({ from, to }: Stretch, factor: number): Stretch {
  const length = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (to - from) * factor));
  const middle = (from + to) / 2;
  return within(Math.round(middle - length / 2), Math.round(length));
}

/** The stretch moved by a part of its length: negative is earlier. */
export function moved({ from, to }: Stretch, part: number): Stretch {
  return within(Math.round(from + (to - from) * part), to - from);
}

/** A stretch that ends about now is one up to now: it moves with the time. What ended before stays. */
export function followed(stretch: Stretch, now: number): Stretch {
  const behind = now - stretch.to;
  return behind > 0 && behind < NEAR_MS ? { from: stretch.from + behind, to: now } : stretch;
}

function within(from: number, length: number): Stretch {
  const start = Math.max(0, from);
  return { from: start, to: start + length };
}
