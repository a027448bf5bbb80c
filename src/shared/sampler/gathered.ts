import { parseReading, type Reading, seriesKey } from '../metrics/reading.js';

/** The readings of one tick that were held back. */
export interface GatheredBatch {
  /** When they were ready, ms since 1970. */
  readonly at: number;
  readonly readings: readonly Reading[];
}

/**
 * Batches as they are sent: what one reading has in common with those of the same series before it is said once.
 * A row is the number of the series, the time of the reading, and its value.
 */
export interface PackedBatches {
  readonly series: readonly Reading[];
  readonly batches: readonly { readonly at: number; readonly rows: readonly (number | null)[] }[];
}

/** Most batches accepted in one message. */
export const BATCHES_LIMIT = 50;

/** Most readings accepted in one message, of all its batches or of one tick. */
export const READINGS_LIMIT = 2_000;

const ROW = 3;

/** Puts batches into the form in which they are sent. */
export function pack(batches: readonly GatheredBatch[]): PackedBatches {
  const series: Reading[] = [];
  const known = new Map<string, number>();
  const numberOf = (reading: Reading): number => {
    const key = seriesKey(reading.metric, reading.instance);
    const last = known.get(key);
    const same = last === undefined ? undefined : series[last];
    if (last !== undefined && same && isAlike(same, reading)) return last;
    known.set(key, series.length);
    return series.push(reading) - 1;
  };
  return {
    series,
    batches: batches.map(({ at, readings }) => {
      const rows: (number | null)[] = [];
      for (const reading of readings) rows.push(numberOf(reading), reading.at, reading.value);
      return { at, rows };
    }),
  };
}

/** Whether two readings of a series differ in nothing but time and value. */
function isAlike(a: Reading, b: Reading): boolean {
  return (
    a.source === b.source &&
    a.missing === b.missing &&
    a.note === b.note &&
    a.evidence === b.evidence &&
    a.advice === b.advice
  );
}

/** Takes batches out of the form in which they are sent. null: not such a form. */
export function unpack(input: {
  readonly series: unknown;
  readonly batches: unknown;
}): GatheredBatch[] | null {
  const series = parseReadings(input.series);
  if (series === null || !Array.isArray(input.batches) || input.batches.length > BATCHES_LIMIT) return null;
  const batches: GatheredBatch[] = [];
  for (const batch of input.batches as unknown[]) {
    if (typeof batch !== 'object' || batch === null) return null;
    const { at, rows } = batch as Record<string, unknown>;
    const readings = readRows(rows, series);
    if (!isTime(at) || readings === null) return null;
    batches.push({ at, readings });
  }
  return batches;
}

/** Parses the readings of one message. null: one is none, or they are too many. */
export function parseReadings(input: unknown): Reading[] | null {
  if (!Array.isArray(input) || input.length > READINGS_LIMIT) return null;
  const readings: Reading[] = [];
  for (const item of input) {
    const reading = parseReading(item);
    if (typeof reading === 'string') return null;
    readings.push(reading);
  }
  return readings;
}

function readRows(rows: unknown, series: readonly Reading[]): Reading[] | null {
  if (!Array.isArray(rows) || rows.length > READINGS_LIMIT * ROW || rows.length % ROW !== 0) return null;
  const readings: Reading[] = [];
  for (let i = 0; i < rows.length; i += ROW) {
    const [number, at, value] = rows.slice(i, i + ROW) as unknown[];
    const head = typeof number === 'number' ? series[number] : undefined;
    // A value where the head says why there is none, or none where it does not, is no reading.
    const fits = head && (head.value === null ? value === null : Number.isFinite(value));
    if (!fits || !isTime(at)) return null;
    readings.push({ ...head, at, value: value as number | null });
  }
  return readings;
}

const isTime = (at: unknown): at is number => typeof at === 'number' && Number.isFinite(at) && at >= 0;
