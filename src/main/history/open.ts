import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setAside } from '../settings/set-aside.js';
import { PAGE_BYTES, Sqlite, textOf } from './database.js';
import { DamagedError, RefusedError } from './failure.js';
import { build, migrate } from './migrate.js';

/** Tables that a start reads at once; they are small, so they are checked before. */
const SMALL_TABLES = ['series', 'incident', 'happening', 'span', 'fact', 'precheck'];
/** Tables that grow; they are checked while the program runs. */
export const LARGE_TABLES = ['raw', 'minute', 'hour'] as const;

/** Opens the history, or begins a new one. @throws errors that {@link classify} knows */
export function openHistory(file: string): Sqlite {
  if (!existsSync(file)) create(file);
  // A new file takes its place only when it is whole: an empty one has lost what it held.
  if (statSync(file).size === 0) throw new DamagedError('the file is empty');
  checkHeader(file);
  const db = new Sqlite(file);
  try {
    db.keepJournal();
    migrate(db);
    checkStructure(db);
    for (const table of SMALL_TABLES) checkTable(db, table);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Looks for damage in a table and its indexes: a row that its index does not name would not be found.
 * @throws DamagedError
 */
export function checkTable(db: Sqlite, table: string): void {
  const found = textOf(db.cell('SELECT CAST(integrity_check AS BLOB) FROM pragma_integrity_check(?)', table));
  if (found !== 'ok') throw new DamagedError(`${table}: ${found.slice(0, 200)}`);
}

/**
 * What the beginning of our files says of their make, whatever they hold; see https://www.sqlite.org/fileformat.html.
 * Damage in it looks to SQLite like a file that may not be written to, or like a statement that is wrong.
 */
const HEADER: readonly { readonly at: number; readonly bytes: readonly number[] }[] = [
  { at: 0, bytes: [...Buffer.from('SQLite format 3\0', 'latin1')] },
  { at: 16, bytes: [PAGE_BYTES >> 8, PAGE_BYTES & 255] },
  // Of every page everything is used; the sizes of parts of rows are fixed by the format.
  { at: 20, bytes: [0, 64, 32, 32] },
  { at: 44, bytes: [0, 0, 0, 4] },
  // UTF-8.
  { at: 56, bytes: [0, 0, 0, 1] },
];

/** Places that say whether a journal goes with the file, 2, or none does, 1. */
const JOURNAL_FLAGS = [18, 19] as const;

/** @throws DamagedError when the file does not begin as ours do */
function checkHeader(file: string): void {
  const header = Buffer.alloc(60);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, header, 0, header.length, 0);
  } finally {
    closeSync(opened);
  }
  const isOurs =
    HEADER.every(({ at, bytes }) => bytes.every((byte, index) => header[at + index] === byte)) &&
    JOURNAL_FLAGS.every((at) => header[at] === 1 || header[at] === 2);
  if (!isOurs) throw new DamagedError('it does not begin as our files do');
}

/** A file whose tables are not ours, by a flipped bit or by another program, is one that we must not write to. */
function checkStructure(db: Sqlite): void {
  const model = new Sqlite(':memory:');
  build(model);
  const [found, wanted] = [db, model].map((one) =>
    one
      .rows(
        'SELECT CAST(type AS BLOB), CAST(name AS BLOB), CAST(sql AS BLOB) FROM sqlite_schema ORDER BY name',
      )
      .map((cells) => cells.map(textOf).join())
      .join(),
  );
  model.close();
  if (found !== wanted) throw new DamagedError('its tables are not those of this version');
}

/** Puts a damaged history and its journal under another name. @returns that name; @throws RefusedError */
export function setHistoryAside(file: string, now: Date): string {
  const aside = setAside(file, now);
  // It is kept open, or the folder is read-only: the next try may find it otherwise.
  if (aside === file) throw new RefusedError('the damaged file could not be renamed');
  // What it held last is in the journal; and under the old name it would be taken for that of the new file.
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
  rmSync(`${file}-shm`, { force: true });
  return aside;
}

function create(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  for (const leftover of [part, `${part}-wal`, `${part}-shm`, `${file}-wal`, `${file}-shm`])
    rmSync(leftover, { force: true });
  const db = new Sqlite(part);
  try {
    build(db);
  } finally {
    db.close();
  }
  renameSync(part, file);
}
