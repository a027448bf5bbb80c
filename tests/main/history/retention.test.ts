import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Sqlite } from '../../../src/main/history/database.js';
import { saveIncident } from '../../../src/main/history/incidents.js';
import { openHistory } from '../../../src/main/history/open.js';
import { ReadingsWriter } from '../../../src/main/history/readings.js';
import { oldestRow, prune } from '../../../src/main/history/retention.js';
import { openIncident } from '../../support/incident.js';
import { load, NOON, testFolder } from './folder.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function open(): Sqlite {
  const db = openHistory(join(testFolder(), 'history.db'));
  onTestFinished(() => db.close());
  return db;
}

function fill(db: Sqlite, days: number, seriesCount = 1): void {
  const writer = new ReadingsWriter(db);
  const instances = Array.from({ length: seriesCount }, (_, index) => `core ${index}`);
  db.transaction(() => {
    for (let day = days; day >= 0; day -= 1)
      writer.write(instances.map((instance) => ({ ...load(NOON - day * DAY, [day, day]), instance })));
  });
}

test('each level is kept as long as it is worth, and not longer', () => {
  const db = open();
  fill(db, 800);
  prune(db, NOON);
  const age = (level: 'raw' | 'minute' | 'hour') => NOON - (oldestRow(db, level) ?? 0);
  expect(age('raw')).toBe(DAY);
  expect(age('minute')).toBe(30 * DAY);
  expect(age('hour')).toBeGreaterThanOrEqual(730 * DAY);
  expect(age('hour')).toBeLessThan(731 * DAY);
});

test('incidents and spans go after two years, open ones never', () => {
  const db = open();
  const old = { openedAt: NOON - 800 * DAY, closedAt: NOON - 800 * DAY + 1 };
  saveIncident(db, openIncident({ id: 'old', ...old }));
  saveIncident(db, openIncident({ id: 'old and open', openedAt: old.openedAt }));
  saveIncident(db, openIncident({ id: 'new', openedAt: NOON - DAY, closedAt: NOON }));
  prune(db, NOON);
  expect(db.rows('SELECT id FROM incident ORDER BY id')).toEqual([['new'], ['old and open']]);
});

test('a clock that is years ahead for a while costs one day of each level', () => {
  const db = open();
  fill(db, 40);
  prune(db, NOON);
  prune(db, NOON + 3_000 * DAY);
  expect(oldestRow(db, 'minute')).toBeLessThanOrEqual(NOON - 28 * DAY);
  expect(oldestRow(db, 'hour')).toBeLessThanOrEqual(NOON - 40 * DAY);
  prune(db, NOON + HOUR);
  expect(oldestRow(db, 'minute')).toBeLessThanOrEqual(NOON - 28 * DAY);
});

test('a machine that was off for weeks catches up, a day an hour', () => {
  const db = open();
  fill(db, 3);
  prune(db, NOON);
  for (let hour = 0; hour < 24; hour += 1) prune(db, NOON + 20 * DAY + hour * HOUR);
  expect(oldestRow(db, 'raw')).toBeNull();
  expect(oldestRow(db, 'minute')).toBe(NOON - 3 * DAY);
});

test('too large, the oldest minutes go first, then hours; what is left stays within the limit', () => {
  const db = open();
  fill(db, 29, 40);
  prune(db, NOON);
  const before = db.usedBytes;
  prune(db, NOON, before / 0.9 - 200_000);
  expect(db.usedBytes).toBeLessThanOrEqual(before - 180_000);
  expect(oldestRow(db, 'minute')).toBeGreaterThan(NOON - 29 * DAY);
  expect(oldestRow(db, 'hour')).toBeLessThanOrEqual(NOON - 29 * DAY);
  prune(db, NOON, 300_000);
  expect(db.usedBytes).toBeLessThanOrEqual(270_000);
});
