import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openHistory } from '../../../src/main/history/open.js';
import { readPrechecks, savePrecheck } from '../../../src/main/history/prechecks.js';
import { prune } from '../../../src/main/history/retention.js';
import { NOON, openKeeper, testFolder } from './folder.js';

const [ONE, TWO] = ['{"seq":1,"what":"检查"}', '{"seq":2}'] as const;

function open() {
  const db = openHistory(join(testFolder(), 'history.db'));
  onTestFinished(() => db.close());
  savePrecheck(db, 2, TWO);
  savePrecheck(db, 1, ONE);
  return db;
}

test('records of checks are read in their order, and the same one twice is one', () => {
  const db = open();
  savePrecheck(db, 1, ONE);
  expect(readPrechecks(db)).toEqual([ONE, TWO]);
});

test.each([
  ['changed', "UPDATE precheck SET json = '{}' WHERE seq = 1"],
  ['renumbered', 'UPDATE precheck SET seq = 9 WHERE seq = 1'],
  ['deleted', 'DELETE FROM precheck WHERE seq = 2'],
  ['deleted all', 'DELETE FROM precheck'],
  ['replaced', "INSERT OR REPLACE INTO precheck VALUES (1, '{}')"],
  [
    'replaced on conflict',
    "INSERT INTO precheck VALUES (1, '{}') ON CONFLICT (seq) DO UPDATE SET json = '{}'",
  ],
])('records of checks are never %s', (_, sql) => {
  const db = open();
  expect(() => db.run(sql)).toThrow(/record/);
  expect(() => savePrecheck(db, 1, TWO)).toThrow('has this number');
  expect(readPrechecks(db)).toEqual([ONE, TWO]);
});

test('records of checks stay when everything else is too old', () => {
  const db = open();
  prune(db, NOON + 10 * 365 * 86_400_000, 0);
  expect(readPrechecks(db)).toEqual([ONE, TWO]);
});

test('a number that is taken is said to be not stored, and what comes after it is', () => {
  const { keeper, news } = openKeeper(join(testFolder(), 'history.db'));
  expect(keeper.take({ type: 'precheck', seq: 1, json: ONE })).toBe(true);
  expect(keeper.take({ type: 'precheck', seq: 1, json: ONE })).toBe(true);
  expect(keeper.take({ type: 'precheck', seq: 1, json: TWO })).toBe(false);
  expect(news.map(({ type }) => type)).toEqual(['defect']);
  expect(keeper.take({ type: 'precheck', seq: 2, json: TWO })).toBe(true);
  expect(keeper.answer({ type: 'prechecks' })).toEqual([ONE, TWO]);
});
