import { KEEP_MS, type Level, SPARE_MS } from '../../shared/history/series.js';
import { HOURS, MINUTES, RAW_ROW_MS, rowKey, rowStart, SERIES_LIMIT } from './buckets.js';
import type { Sqlite } from './database.js';

/** Name of the fact that says when it was pruned last. */
const PRUNED = 'pruned';

/** Size that the database may have, bytes. */
export const SIZE_LIMIT = 128 * 1_048_576;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How far the begin of what is kept may move in one go, ms; retention runs once an hour. */
const STRIDE_MS = 25 * HOUR_MS;

/** Part of the size limit that rows may fill; the rest is for the journal and for what comes until the next run. */
const FILL = 0.9;

/** Series beyond this number, of devices that are long gone, are forgotten with their last row. */
const SERIES_KEPT = 1_000;

const ROW_MS: Readonly<Record<Level, number>> = {
  raw: RAW_ROW_MS,
  minute: MINUTES.rowMs,
  hour: HOURS.rowMs,
};

/**
 * Deletes what is older than its level is kept, and more when the database is too large: the oldest minutes first.
 * The limit moves by a day and an hour at most: a clock that is years ahead for a while costs one day, not the history.
 */
export function prune(db: Sqlite, now: number, sizeLimit: number = SIZE_LIMIT): void {
  db.transaction(() => {
    for (const level of ['raw', 'minute', 'hour'] as const) deleteBefore(db, level, horizon(db, level, now));
    const oldest = horizon(db, 'hour', now);
    db.run('DELETE FROM incident WHERE closed_at < ?', oldest);
    db.run('DELETE FROM happening WHERE at < ?', oldest);
    db.run('DELETE FROM span WHERE ended < ? AND NOT lasting', oldest);
    for (const level of ['raw', 'minute', 'hour'] as const)
      remember(db, `horizon.${level}`, horizon(db, level, now));
    remember(db, PRUNED, now);
  });
  if (db.number('SELECT count(*) FROM series') > SERIES_KEPT)
    db.run(`DELETE FROM series WHERE id NOT IN (SELECT id % ${SERIES_LIMIT} FROM hour)`);
  while (db.usedBytes > sizeLimit * FILL && shorten(db, now));
}

/** When it was pruned last, ms of the station's clock; NaN: never. */
export function prunedAt(db: Sqlite): number {
  const at = db.cell('SELECT CAST(value AS INTEGER) FROM fact WHERE name = ?', PRUNED);
  return at === null ? Number.NaN : Number(at);
}

/** Begin of the oldest row of a level, ms since 1970; null: it has none. */
export function oldestRow(db: Sqlite, level: Level): number | null {
  const key = db.cell(`SELECT min(id) FROM ${level}`);
  return key === null ? null : rowStart(Number(key), ROW_MS[level]);
}

function horizon(db: Sqlite, level: Level, now: number): number {
  const wanted = now - KEEP_MS[level] - SPARE_MS;
  const before = db.cell('SELECT CAST(value AS INTEGER) FROM fact WHERE name = ?', `horizon.${level}`);
  return before === null ? wanted : Math.min(wanted, Number(before) + STRIDE_MS);
}

function remember(db: Sqlite, name: string, value: number): void {
  db.run('INSERT OR REPLACE INTO fact VALUES (?, ?)', name, Math.round(value));
}

function deleteBefore(db: Sqlite, level: Level, at: number): void {
  // Whole rows: one that reaches over the limit stays until it is past it.
  db.run(`DELETE FROM ${level} WHERE id < ?`, rowKey(at, ROW_MS[level], 0));
}

/** What is given up when the database is too large, in this order: a level, how much of it, what it keeps at first. */
const SACRIFICES: readonly { readonly level: Level; readonly pieceMs: number; readonly floorMs: number }[] = [
  { level: 'minute', pieceMs: DAY_MS, floorMs: 7 * DAY_MS },
  { level: 'hour', pieceMs: 7 * DAY_MS, floorMs: 90 * DAY_MS },
  { level: 'raw', pieceMs: HOUR_MS, floorMs: HOUR_MS },
  { level: 'minute', pieceMs: DAY_MS, floorMs: DAY_MS },
  { level: 'hour', pieceMs: DAY_MS, floorMs: DAY_MS },
];

/** Gives up the oldest piece of what can best be done without. @returns whether there was one */
function shorten(db: Sqlite, now: number): boolean {
  for (const { level, pieceMs, floorMs } of SACRIFICES) {
    const oldest = oldestRow(db, level);
    if (oldest === null || oldest >= now - floorMs) continue;
    db.transaction(() => deleteBefore(db, level, oldest + pieceMs));
    return true;
  }
  return false;
}
