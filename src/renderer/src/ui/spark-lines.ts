import { RECENT_MS } from '../../../shared/ipc/contract.js';
import { type MetricId, metricSpec } from '../../../shared/metrics/dictionary.js';
import type { Bounds } from '../../../shared/sop/profile-index.js';
import type { Track } from '../stores/recent.js';
import { usualEnds } from './band-scale.js';

/** A place on the drawing, in its units, from the upper left corner. */
export type Point = readonly [x: number, y: number];

/** What a sparkline draws. */
export interface SparkLines {
  /** One polyline for each stretch without a gap. */
  readonly lines: readonly (readonly Point[])[];
  /** Upper and lower edge of the normal range; null where there is none. */
  readonly band: readonly [top: number, bottom: number] | null;
  /** Yes and no: a block for yes, nothing for no. */
  readonly isStep: boolean;
}

/** A pause this many times longer than usual is a gap: nobody knows what was in it. */
const GAP = 5;

/** Lays the last minutes before `now` out on a drawing of this size. */
export function sparkLines(
  metric: MetricId,
  range: Bounds,
  { at, values }: Track,
  now: number,
  [width, height]: readonly [number, number],
): SparkLines {
  const from = now - RECENT_MS;
  const known = values.filter((value) => value !== null);
  const [low, high] = ends(metric, range, known);
  const x = (time: number) => ((time - from) / RECENT_MS) * width;
  const y = (value: number) => height - ((value - low) / (high - low)) * height;

  const pause = GAP * (((at.at(-1) ?? 0) - (at[0] ?? 0)) / Math.max(1, at.length - 1));
  const isStep = metricSpec(metric).unit === 'bool';
  const lines: Point[][] = [];
  let line: Point[] = [];
  at.forEach((time, index) => {
    const value = values[index] ?? null;
    const isGap = index > 0 && time - (at[index - 1] ?? 0) > pause;
    if (isGap || value === null) line = [];
    if (value === null || time < from) return;
    if (line.length === 0) lines.push(line);
    const before = line.at(-1);
    if (isStep && before) extend(line, [x(time), before[1]]);
    extend(line, [x(time), y(value)]);
  });
  const hasBand = !isStep && (range.low !== undefined || range.high !== undefined);
  const band = [y(Math.min(high, range.high ?? high)), y(Math.max(low, range.low ?? low))] as const;
  return { lines, band: hasBand ? band : null, isStep };
}

/** Adds a point to a line; of a level stretch only both ends are kept. */
function extend(line: Point[], point: Point): void {
  const [end, before] = [line.at(-1), line.at(-2)];
  if (end?.[1] === point[1] && before?.[1] === point[1]) line.pop();
  line.push(point);
}

/** Whether two drawings look the same: no point of one is a whole unit away from that of the other. */
export function isSamePicture(a: SparkLines, b: SparkLines): boolean {
  const near = ([x, y]: Point, other: Point | undefined): boolean =>
    other !== undefined && Math.abs(x - other[0]) < 1 && Math.abs(y - other[1]) < 1;
  return (
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => {
      const other = b.lines[index] ?? [];
      return line.length === other.length && line.every((point, place) => near(point, other[place]));
    }) &&
    (a.band === b.band || (a.band !== null && b.band !== null && near(a.band, b.band)))
  );
}

/** Ends of the upright scale: those of the band below the value, so that days can be compared; wider where needed. */
function ends(metric: MetricId, range: Bounds, values: readonly number[]): readonly [number, number] {
  if (metricSpec(metric).unit === 'bool') return [0, 1];
  const [first, last] = usualEnds(metric, range);
  const low = Math.min(first, ...values);
  const high = Math.max(last, ...values);
  // A flat line at the bottom for nothing but zeros.
  return high > low ? [low, high] : [low, low + 1];
}
