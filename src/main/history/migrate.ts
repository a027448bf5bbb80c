import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Sqlite } from './database.js';
import { classify, DamagedError } from './failure.js';
import { MIGRATIONS, type Migration } from './migrations.js';

/**
 * Brings a database to the present structure. Before a file that holds something is changed, a copy of it is made
 * beside it (`history.before-2.db`); older copies go. A step that fails leaves the file as it was.
 * @throws DamagedError when a newer program wrote it, which an older one must not do; or when it is not what its number
 * says, so that a step does not fit
 */
export function migrate(db: Sqlite, steps: readonly Migration[] = MIGRATIONS): void {
  const version = db.number('PRAGMA user_version');
  const newest = steps.at(-1)?.version ?? 0;
  if (version > newest) throw new DamagedError(`version ${version} is newer than ${newest}`);
  const due = steps.filter((step) => step.version > version);
  if (due.length === 0) return;
  if (version > 0) backUp(db, version);
  for (const step of due) {
    try {
      take(db, step);
    } catch (error) {
      if (classify(error)) throw error;
      throw new DamagedError(`step ${step.version} does not fit: ${String(error)}`);
    }
  }
}

/** Gives a new database its structure. It prepares no statement: one would keep the file open beyond its closing. */
export function build(db: Sqlite): void {
  for (const step of MIGRATIONS) take(db, step);
}

function take(db: Sqlite, { sql, version }: Migration): void {
  db.transaction(() => db.script(`${sql}; PRAGMA user_version = ${version}`));
}

function backUp(db: Sqlite, version: number): void {
  const folder = dirname(db.file);
  const stem = basename(db.file, '.db');
  const copy = join(folder, `${stem}.before-${version + 1}.db`);
  // A step that failed at an earlier start left the same copy.
  if (existsSync(copy)) rmSync(copy);
  db.run('VACUUM INTO ?', copy);
  for (const name of readdirSync(folder))
    if (name.startsWith(`${stem}.before-`) && name !== basename(copy)) rmSync(join(folder, name));
}
