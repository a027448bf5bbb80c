import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Sqlite } from '../../../src/main/history/database.js';
import { migrate } from '../../../src/main/history/migrate.js';
import { MIGRATIONS } from '../../../src/main/history/migrations.js';
import { openHistory } from '../../../src/main/history/open.js';
import { testFolder } from './folder.js';

const NEXT = { version: 3, sql: 'CREATE TABLE record (id INTEGER PRIMARY KEY, hash TEXT NOT NULL)' };

function open(): Sqlite {
  const db = openHistory(join(testFolder(), 'history.db'));
  onTestFinished(() => db.close());
  db.run("INSERT INTO series VALUES (1, 'cpu.load', '', '%')");
  return db;
}

test('a new file has every step, and no copy is made of nothing', () => {
  const db = open();
  expect(db.number('PRAGMA user_version')).toBe(MIGRATIONS.at(-1)?.version);
  expect(db.cell('PRAGMA journal_mode')).toBe('wal');
  expect(readdirSync(dirname(db.file)).filter((name) => name.includes('before'))).toEqual([]);
});

test('a later step is taken once, after a copy was made of what was there; older copies go', () => {
  const db = open();
  const folder = dirname(db.file);
  writeFileSync(join(folder, 'history.before-1.db'), 'older');
  for (let start = 0; start < 2; start += 1) migrate(db, [...MIGRATIONS, NEXT]);
  expect(db.number('PRAGMA user_version')).toBe(3);
  expect(db.rows('SELECT * FROM record')).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual(['history.before-3.db']);
  const copy = new Sqlite(join(folder, 'history.before-3.db'));
  expect(copy.number('PRAGMA user_version')).toBe(2);
  expect(copy.rows('SELECT metric FROM series')).toEqual([['cpu.load']]);
  copy.close();
});

test('a step that fails leaves the file as it was, and can be tried again', () => {
  const db = open();
  const broken = { version: 3, sql: 'CREATE TABLE record (id INTEGER); INSERT INTO nowhere VALUES (1)' };
  expect(() => migrate(db, [...MIGRATIONS, broken])).toThrow('nowhere');
  expect(db.number('PRAGMA user_version')).toBe(2);
  expect(db.number("SELECT count(*) FROM sqlite_schema WHERE name = 'record'")).toBe(0);
  migrate(db, [...MIGRATIONS, NEXT]);
  expect(db.number('PRAGMA user_version')).toBe(3);
});

test('a history of the first version is taken on, with a copy of it beside', () => {
  const file = join(testFolder(), 'history.db');
  const first = new Sqlite(file);
  migrate(first, MIGRATIONS.slice(0, 1));
  first.run("INSERT INTO series VALUES (1, 'cpu.load', '', '%')");
  first.close();
  const db = openHistory(file);
  onTestFinished(() => db.close());
  expect(db.rows('SELECT metric FROM series')).toEqual([['cpu.load']]);
  expect(db.rows('SELECT * FROM precheck')).toEqual([]);
  expect(readdirSync(dirname(file))).toContain('history.before-2.db');
});
