import Database from 'libsql';
import { RefusedError } from './failure.js';

/** A value that a row holds. */
export type Cell = string | number | null | Buffer;

/** Size of a page, bytes. */
export const PAGE_BYTES = 4_096;

/**
 * A database file, opened for this one writer. The library ends the whole program when a cell is a text that is not
 * UTF-8, as one flipped bit can make it, in any column: so every cell that comes out of a file is cast, texts to blobs
 * (see {@link textOf}), and what should be a number to one.
 * The cache is small because it belongs to a program that lives in the
 * tray: nearly all it does is to write a few pages at the end of three tables once a minute.
 */
export class Sqlite {
  private readonly db: Database.Database;
  private readonly prepared = new Map<string, Database.Statement>();

  /** @throws RefusedError, or the library's error, see {@link classify} */
  constructor(readonly file: string) {
    this.db = open(file);
    try {
      // The size of pages is part of the design: rows of 960 bytes fill one to 95 %.
      this.script(`PRAGMA page_size = ${PAGE_BYTES}`);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Prepares for daily use, where every commit must reach the disk: an incident outlives a power cut. */
  keepJournal(): void {
    this.script(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -512;
      PRAGMA temp_store = MEMORY;
      PRAGMA journal_size_limit = 1048576;
      PRAGMA wal_autocheckpoint = 256;
    `);
  }

  /** Runs a statement and leaves its rows. */
  run(sql: string, ...values: readonly Cell[]): void {
    this.rows(sql, ...values);
  }

  /** Runs a script of several statements. */
  script(sql: string): void {
    this.db.exec(sql);
  }

  /** All rows of a query, as arrays. */
  rows<T extends readonly Cell[]>(sql: string, ...values: readonly Cell[]): T[] {
    const statement = this.prepare(sql);
    if (statement.reader) return statement.raw().all([...values]) as T[];
    statement.run([...values]);
    return [];
  }

  /** The first cell of the first row of a query; null when there is none. */
  cell(sql: string, ...values: readonly Cell[]): Cell {
    return this.rows(sql, ...values)[0]?.[0] ?? null;
  }

  /** The same number as {@link cell}, 0 instead of null. */
  number(sql: string, ...values: readonly Cell[]): number {
    return Number(this.cell(sql, ...values) ?? 0);
  }

  /** Does all of it or nothing. */
  transaction<T>(action: () => T): T {
    this.script('BEGIN IMMEDIATE');
    try {
      const result = action();
      this.script('COMMIT');
      return result;
    } catch (error) {
      // A full disk has rolled back by itself already.
      if (this.db.inTransaction) this.script('ROLLBACK');
      throw error;
    }
  }

  private prepare(sql: string): Database.Statement {
    let statement = this.prepared.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.prepared.set(sql, statement);
    }
    return statement;
  }

  /** Bytes of pages that hold something. */
  get usedBytes(): number {
    return (this.number('PRAGMA page_count') - this.number('PRAGMA freelist_count')) * PAGE_BYTES;
  }

  close(): void {
    this.prepared.clear();
    this.db.close();
  }
}

/** The text in a cell that was cast to a blob; empty for null. */
export function textOf(cell: Cell | undefined): string {
  return cell instanceof Uint8Array ? Buffer.from(cell).toString('utf8') : '';
}

function open(file: string): Database.Database {
  try {
    return new Database(file);
  } catch (error) {
    // Here alone the library throws an error without a code; what it says ends in SQLite's own number.
    throw new RefusedError(error instanceof Error ? error.message : String(error));
  }
}
