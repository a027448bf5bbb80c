/**
 * How readings lie in the database. A row holds one series over one stretch of time: its key is the number of the
 * stretch × {@link SERIES_LIMIT} + the series, so that rows are written in the order of time and found without a
 * second index.
 */

/** Series ids are below this. */
export const SERIES_LIMIT = 4_096;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** A table of aggregates: rows of `rowMs`, divided into slots of `slotMs`. */
export interface AggregateTable {
  readonly table: 'minute' | 'hour';
  readonly rowMs: number;
  readonly slotMs: number;
}

/** Length of a row of raw readings, ms. */
export const RAW_ROW_MS = MINUTE_MS;

/** The two levels above the raw readings. */
export const MINUTES: AggregateTable = { table: 'minute', rowMs: HOUR_MS, slotMs: MINUTE_MS };
/** See {@link MINUTES}. */
export const HOURS: AggregateTable = { table: 'hour', rowMs: DAY_MS, slotMs: HOUR_MS };

/** Key of the row that holds a moment of a series. */
export function rowKey(at: number, rowMs: number, series: number): number {
  return Math.floor(at / rowMs) * SERIES_LIMIT + series;
}

/** Begin of the stretch of a row, ms since 1970. */
export function rowStart(key: number, rowMs: number): number {
  return Math.floor(key / SERIES_LIMIT) * rowMs;
}
