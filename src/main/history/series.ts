import {
  LEVEL_STEP_MS,
  type Level,
  levelFor,
  POINTS_LIMIT,
  type SeriesAnswer,
  type SeriesQuery,
  type StoredSeries,
} from '../../shared/history/series.js';
import { HOURS, MINUTES, RAW_ROW_MS, rowKey, rowStart, SERIES_LIMIT } from './buckets.js';
import { Columns } from './columns.js';
import type { Sqlite } from './database.js';
import { readSamples, sampleCount } from './samples.js';
import { readSeriesTable } from './series-table.js';
import { SLOT_BYTES, slotCount } from './slots.js';

/** Every series that the database knows, in the order in which they first came. */
export function storedSeries(db: Sqlite): StoredSeries[] {
  return readSeriesTable(db).map(({ metric, instance }) => ({
    metric,
    ...(instance !== undefined && { instance }),
  }));
}

/** Reads one stretch of one series from the level that reaches back far enough, in at most as many rows as asked for. */
export function readSeries(db: Sqlite, query: SeriesQuery, now: number): SeriesAnswer {
  const { metric, instance, from, to } = query;
  const level = levelFor(from, now);
  const id = db.cell('SELECT id FROM series WHERE metric = ? AND instance = ?', metric, instance ?? '');
  const points = Math.min(query.maxPoints, POINTS_LIMIT);
  const rows = id === null ? [] : rowsOf(db, TABLES[level], Number(id), from, to);
  const step = stepFor(level, rows, to - from, points);
  const columns = new Columns(step);
  for (const [start, data] of rows) {
    if (level === 'raw') addSamples(columns, start, data, from, to);
    else addSlots(columns, start, data, TABLES[level].slotMs, from, to);
  }
  return { level, stepMs: step, ...columns.answer };
}

const TABLES = {
  raw: { table: 'raw', rowMs: RAW_ROW_MS },
  minute: MINUTES,
  hour: HOURS,
} as const;

/** Width of a row of the answer, ms: that of the level, or a multiple when there could be too many rows. */
function stepFor(level: Level, rows: readonly [number, Buffer][], span: number, points: number): number {
  const own = LEVEL_STEP_MS[level];
  const most =
    level === 'raw' ? rows.reduce((sum, [, data]) => sum + sampleCount(data), 0) : Math.ceil(span / own) + 1;
  if (most <= points) return own;
  const unit = Math.max(own, 1_000);
  // A stretch that begins inside a row touches one more.
  return Math.ceil(span / Math.max(1, points - 1) / unit) * unit;
}

function addSamples(columns: Columns, start: number, data: Buffer, from: number, to: number): void {
  for (const { at, value } of readSamples(data, start)) {
    if (at < from || at >= to) continue;
    const known = Number.isNaN(value) ? 0 : 1;
    columns.add(at, known, 1 - known, value, value, value);
  }
}

/** A month has 43,200 slots: none becomes an object. */
function addSlots(
  columns: Columns,
  start: number,
  data: Buffer,
  slotMs: number,
  from: number,
  to: number,
): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const first = Math.max(0, Math.ceil((from - start - slotMs + 1) / slotMs));
  const end = Math.min(slotCount(data), Math.ceil((to - start) / slotMs));
  for (let index = first; index < end; index += 1) {
    const offset = index * SLOT_BYTES;
    const known = view.getUint16(offset, true);
    const unknown = view.getUint16(offset + 2, true);
    if (known + unknown === 0) continue;
    columns.add(
      start + index * slotMs,
      known,
      unknown,
      view.getFloat32(offset + 4, true),
      view.getFloat32(offset + 8, true),
      view.getFloat32(offset + 12, true),
    );
  }
}

/** Rows of one series: their keys are as far apart as the series limit. */
function rowsOf(
  db: Sqlite,
  { table, rowMs }: { readonly table: string; readonly rowMs: number },
  series: number,
  from: number,
  to: number,
): [number, Buffer][] {
  const first = rowKey(from, rowMs, series);
  const last = rowKey(to, rowMs, series);
  return db
    .rows<[number, Buffer]>(
      `WITH RECURSIVE wanted (id) AS (
         SELECT ? UNION ALL SELECT id + ${SERIES_LIMIT} FROM wanted WHERE id < ?
       )
       SELECT ${table}.id, CAST(data AS BLOB) FROM wanted CROSS JOIN ${table} ON ${table}.id = wanted.id`,
      first,
      last,
    )
    .map(([key, data]) => [rowStart(key, rowMs), data]);
}
