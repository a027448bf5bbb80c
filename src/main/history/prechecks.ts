import { type Sqlite, textOf } from './database.js';

/**
 * Adds the record of a check; one that is there already is stored. The table refuses every change.
 * @throws Error when another record has its number
 */
export function savePrecheck(db: Sqlite, seq: number, json: string): void {
  const there = textOf(db.cell('SELECT CAST(json AS BLOB) FROM precheck WHERE seq = ?', seq));
  if (there !== json) db.run('INSERT INTO precheck VALUES (?, ?)', seq, json);
}

/** All records of checks, oldest first, unread. */
export function readPrechecks(db: Sqlite): string[] {
  return db.rows('SELECT CAST(json AS BLOB) FROM precheck ORDER BY seq').map(([json]) => textOf(json));
}
