import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sqlite } from '../../../src/main/history/database.js';
import { openHistory } from '../../../src/main/history/open.js';
import type { Timeline } from '../../../src/shared/history/records.js';
import { openIncident } from '../../support/incident.js';
import { load, NOON, openKeeper, testFolder } from './folder.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the last minutes hold of the processor's load, one row a reading. */
const LAST_HOUR = { metric: 'cpu.load', from: NOON - HOUR, to: NOON + HOUR, maxPoints: 4_000 } as const;

test('readings come back as they were, unknown ones as unknown, and a gap as a gap', () => {
  const { keeper, series, news } = openKeeper(join(testFolder(), 'history.db'));
  keeper.take({ type: 'batch', at: NOON + MINUTE, series: [load(NOON, [12.3, null, 0])] });
  keeper.take({ type: 'batch', at: NOON + 5 * MINUTE, series: [load(NOON + 4 * MINUTE, [45.3])] });
  expect(series(LAST_HOUR)).toEqual({
    level: 'raw',
    stepMs: 0,
    at: [NOON, NOON + 2_000, NOON + 4_000, NOON + 4 * MINUTE],
    min: [12.3, null, 0, 45.3],
    avg: [12.3, null, 0, 45.3],
    max: [12.3, null, 0, 45.3],
    known: [1, 0, 1, 1],
    unknown: [0, 1, 0, 0],
  });
  expect(news).toEqual([]);
});

test('minutes and hours count known readings only, and have no row where nothing was read', () => {
  const { keeper, series } = openKeeper(join(testFolder(), 'history.db'));
  keeper.take({
    type: 'batch',
    at: NOON,
    series: [load(NOON, [10, null, 20, 60]), load(NOON + 3 * MINUTE, [null])],
  });
  const later = NOON + 2 * 24 * HOUR;
  expect(series(LAST_HOUR, later)).toEqual({
    level: 'minute',
    stepMs: MINUTE,
    at: [NOON, NOON + 3 * MINUTE],
    min: [10, null],
    avg: [30, null],
    max: [60, null],
    known: [3, 0],
    unknown: [1, 1],
  });
  expect(series(LAST_HOUR, NOON + 60 * 24 * HOUR)).toMatchObject({
    level: 'hour',
    at: [NOON],
    avg: [30],
    known: [3],
    unknown: [2],
  });
});

test('a long stretch comes in as few rows as asked for, and loses no extreme', () => {
  const { keeper, series } = openKeeper(join(testFolder(), 'history.db'));
  const values = Array.from({ length: 1_000 }, (_, index) => (index === 501 ? 99 : index % 7));
  keeper.take({ type: 'batch', at: NOON, series: [load(NOON, values)] });
  const { at, max, known } = series({ ...LAST_HOUR, maxPoints: 50 });
  expect(at.length).toBeLessThanOrEqual(50);
  expect(Math.max(...max.map(Number))).toBe(99);
  expect(known.reduce((sum, count) => sum + count, 0)).toBe(1_000);
});

test('a clock that was set back an hour, or forward a day, keeps wall time and counts everything once', () => {
  const { keeper, series, news } = openKeeper(join(testFolder(), 'history.db'));
  const values = Array.from({ length: 30 }, (_, index) => index);
  for (const from of [NOON, NOON - HOUR, NOON, NOON + 24 * HOUR])
    expect(keeper.take({ type: 'batch', at: from + MINUTE, series: [load(from, values)] })).toBe(true);
  const minutes = series({ ...LAST_HOUR, to: NOON + 25 * HOUR }, NOON + 2 * 24 * HOUR);
  expect(minutes.at).toEqual([NOON - HOUR, NOON, NOON + 24 * HOUR]);
  expect(minutes.known).toEqual([30, 60, 30]);
  expect(minutes.avg).toEqual([14.5, 14.5, 14.5]);
  const { at } = series(LAST_HOUR);
  expect(at).toEqual([...at].sort((a, b) => a - b));
  expect(news).toEqual([]);
});

test('whatever comes in whatever order, minutes and hours say what the readings say', () => {
  const reading = fc.tuple(
    fc.integer({ min: NOON, max: NOON + 3 * HOUR }),
    fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(reading, { minLength: 1, maxLength: 40 }), { maxLength: 6 }), (batches) => {
      const folder = testFolder();
      const { keeper, series } = openKeeper(join(folder, 'history.db'));
      for (const batch of batches)
        keeper.take({
          type: 'batch',
          at: NOON,
          series: [
            { metric: 'cpu.load', at: batch.map(([at]) => at), values: batch.map(([, value]) => value) },
          ],
        });
      const all = batches.flat();
      for (const [now, step] of [
        [NOON + 5 * 24 * HOUR, MINUTE],
        [NOON + 99 * 24 * HOUR, HOUR],
      ] as const) {
        const rows = series({ ...LAST_HOUR, to: NOON + 4 * HOUR }, now);
        const starts = new Set(all.map(([at]) => Math.floor(at / step) * step));
        expect(rows.at).toEqual([...starts].sort((a, b) => a - b));
        rows.at.forEach((start, index) => {
          const inside = all.filter(([at]) => at >= start && at < start + step).map(([, value]) => value);
          const known = inside.filter((value) => value !== null);
          expect(rows.known[index]).toBe(known.length);
          expect(rows.unknown[index]).toBe(inside.length - known.length);
          if (known.length === 0) {
            expect(rows.avg[index]).toBeNull();
            return;
          }
          expect(rows.min[index]).toBe(Math.min(...known));
          expect(rows.max[index]).toBe(Math.max(...known));
          expect(rows.avg[index]).toBeCloseTo(known.reduce((sum, value) => sum + value, 0) / known.length, 3);
        });
      }
      keeper.close();
      rmSync(folder, { recursive: true });
    }),
    { numRuns: 25 },
  );
}, 30_000);

test('the next run goes on with what is open, may come back, or settled past events', () => {
  const file = join(testFolder(), 'history.db');
  const now = Date.UTC(2026, 5, 1);
  const at = (id: string, minutesAgo: number, more: object = {}) => {
    const closedAt = now - minutesAgo * 60_000;
    return openIncident({ id, openedAt: closedAt - 60_000, closedAt, ...more });
  };
  const crash = { metric: 'system.crash', part: 'system' } as const;
  const incidents = [
    openIncident({ id: 'open', openedAt: now - 3 * 1_440 * 60_000 }),
    at('just closed', 5),
    at('long over', 15),
    at('settled', 2 * 1_440, crash),
    at('no longer counted', 9 * 1_440, crash),
  ];
  const { keeper } = openKeeper(file);
  for (const incident of incidents) keeper.take({ type: 'incident', incident });
  expect(keeper.answer({ type: 'carried-on', now, reopenMs: 10 * 60_000 })).toMatchObject([
    { id: 'settled' },
    { id: 'just closed' },
    { id: 'open' },
  ]);
});

test('an incident is one, whatever happens to it, and one that is open is given back to the next start', () => {
  const file = join(testFolder(), 'history.db');
  const first = openKeeper(file);
  const hot = openIncident();
  const cold = openIncident({
    id: 'other@2000',
    openedAt: 2_000,
    part: 'disk',
    metric: 'disk.busy',
    severity: 'warning',
  });
  for (const incident of [hot, { ...hot, peak: 95 }, cold, { ...cold, closedAt: 9_000 }])
    expect(first.keeper.take({ type: 'incident', incident })).toBe(true);
  // As if it was killed: nothing is closed.
  const { keeper } = openKeeper(file);
  expect(keeper.answer({ type: 'carried-on', now: Date.now(), reopenMs: 0 })).toEqual([{ ...hot, peak: 95 }]);
  const find = (more: object) => keeper.answer({ type: 'incidents', query: { from: 0, to: NOON, ...more } });
  expect(find({})).toEqual([
    { ...cold, closedAt: 9_000 },
    { ...hot, peak: 95 },
  ]);
  expect(find({ part: 'disk' })).toHaveLength(1);
  expect(find({ severity: 'fault' })).toHaveLength(1);
  expect(find({ state: 'closed' })).toHaveLength(1);
  expect(find({ from: 9_001 })).toEqual([{ ...hot, peak: 95 }]);
  expect(find({ to: 1_000 })).toEqual([]);
});

test('runs, times on air and what happened stand beside the readings; a run that only stopped was cut off', () => {
  const file = join(testFolder(), 'history.db');
  const first = openKeeper(file);
  first.keeper.take({ type: 'on-air', at: NOON + 1_000, onAir: true });
  first.keeper.take({ type: 'happening', happening: { at: NOON + 2_000, kind: 'popup', incident: 'x@1' } });
  first.keeper.take({ type: 'batch', at: NOON + MINUTE, series: [] });
  const second = openKeeper(file, () => NOON + HOUR);
  second.keeper.take({ type: 'end', at: NOON + 2 * HOUR });
  const { keeper } = openKeeper(file, () => NOON + 3 * HOUR);
  const { spans, happenings } = keeper.answer({ type: 'timeline', from: 0, to: NOON + 9 * HOUR }) as Timeline;
  expect(spans).toEqual([
    { kind: 'run', from: NOON, to: NOON + MINUTE, lasting: false },
    { kind: 'on-air', from: NOON + 1_000, to: NOON + MINUTE, lasting: false },
    { kind: 'run', from: NOON + HOUR, to: NOON + 2 * HOUR, lasting: false },
    { kind: 'run', from: NOON + 3 * HOUR, to: NOON + 3 * HOUR, lasting: true },
  ]);
  expect(happenings).toEqual([
    { at: NOON - 5_000, kind: 'boot', detail: '1.0.0' },
    { at: NOON + 2_000, kind: 'popup', incident: 'x@1' },
    { at: NOON + MINUTE, kind: 'cut-off' },
  ]);
});

test.each([
  ['no database', (file: string) => writeFileSync(file, 'not a database at all'.repeat(500))],
  ['empty', (file: string) => truncateSync(file, 0)],
  ['of a newer program', (file: string) => change(file, (db) => db.run('PRAGMA user_version = 999'))],
])('a file that is %s is set aside whole, and a new one begun', (_, spoil) => {
  const file = join(testFolder(), 'history.db');
  const first = openKeeper(file);
  first.keeper.take({ type: 'incident', incident: openIncident() });
  first.keeper.close();
  spoil(file);
  const before = readFileSync(file);
  const { keeper, news } = openKeeper(file);
  const aside = join(file, '..', `history.corrupt-${new Date(NOON).toISOString().replaceAll(':', '-')}.db`);
  expect(news).toEqual([{ type: 'set-aside', file: aside }]);
  expect(readFileSync(aside).equals(before)).toBe(true);
  expect(keeper.take({ type: 'incident', incident: openIncident() })).toBe(true);
  expect(keeper.answer({ type: 'incidents', query: { from: 0, to: NOON } })).toHaveLength(1);
});

/** A closed history of ninety minutes and forty incidents: its folder and its bytes. */
function closedHistory(): { folder: string; bytes: Buffer } {
  const folder = testFolder();
  const whole = join(folder, 'whole.db');
  const { keeper } = openKeeper(whole);
  for (let minute = 0; minute < 90; minute += 1)
    keeper.take({
      type: 'batch',
      at: NOON,
      series: [load(NOON + minute * MINUTE, [minute, minute, minute])],
    });
  for (let id = 0; id < 40; id += 1)
    keeper.take({ type: 'incident', incident: openIncident({ id: `i@${id}` }) });
  keeper.close();
  return { folder, bytes: readFileSync(whole) };
}

/** Begins with a file of this content, which must work as any other, or be set aside and replaced. */
function goesOn(folder: string, content: Buffer): void {
  const file = join(folder, 'history.db');
  for (const name of readdirSync(folder)) if (name.startsWith('history')) rmSync(join(folder, name));
  writeFileSync(file, content);
  const { keeper: next, news, series } = openKeeper(file);
  next.check();
  expect(next.take({ type: 'batch', at: NOON, series: [load(NOON + 5 * HOUR, [7])] })).toBe(true);
  expect(next.take({ type: 'incident', incident: openIncident({ id: 'new@1' }) })).toBe(true);
  expect(next.answer({ type: 'incidents', query: { from: 0, to: NOON } })).toContainEqual(
    openIncident({ id: 'new@1' }),
  );
  expect(series({ ...LAST_HOUR, from: NOON + 5 * HOUR, to: NOON + 6 * HOUR }).avg).toContain(7);
  expect(news.filter(({ type }) => type === 'memory' || type === 'defect')).toEqual([]);
  const isAside = readdirSync(folder).some((name) => name.startsWith('history.corrupt-'));
  expect(isAside).toBe(news.some(({ type }) => type === 'set-aside'));
  next.close();
}

function spoilt(bytes: Buffer, at: number, noise: Uint8Array): Buffer {
  const content = Buffer.from(bytes);
  content.set(noise.subarray(0, content.length - at), at);
  return content;
}

test('wherever a file is cut or spoiled, the history goes on', () => {
  const { folder, bytes } = closedHistory();
  const spoiling = fc.record({
    at: fc.integer({ min: 0, max: bytes.length - 1 }),
    noise: fc.option(fc.uint8Array({ minLength: 1, maxLength: 200 }), { nil: null }),
  });
  fc.assert(
    fc.property(spoiling, ({ at, noise }) =>
      goesOn(folder, noise ? spoilt(bytes, at, noise) : bytes.subarray(0, at)),
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('whichever byte of its beginning is spoiled, the history goes on', () => {
  const { folder, bytes } = closedHistory();
  for (let at = 0; at < 100; at += 1)
    for (const byte of [0, 3, 5, 255]) goesOn(folder, spoilt(bytes, at, Uint8Array.of(byte)));
}, 60_000);

test('a series that its index no longer names is damage', () => {
  const { folder, bytes } = closedHistory();
  for (const { index } of bytes.toString('latin1').matchAll(/cpu\.load/g)) {
    goesOn(folder, spoilt(bytes, index - 3, Uint8Array.of(0xf8)));
    goesOn(folder, spoilt(bytes, index, Buffer.from('x')));
  }
});

test('a file that is deleted while it is open is begun anew', () => {
  const file = join(testFolder(), 'history.db');
  const { keeper, series } = openKeeper(file);
  keeper.take({ type: 'batch', at: NOON, series: [load(NOON, [1])] });
  rmSync(file);
  keeper.take({ type: 'batch', at: NOON, series: [load(NOON + MINUTE, [2])] });
  keeper.take({ type: 'batch', at: NOON, series: [load(NOON + 2 * MINUTE, [3])] });
  expect(existsSync(file)).toBe(true);
  expect(series(LAST_HOUR).avg).toEqual([2, 3]);
});

function change(file: string, action: (db: Sqlite) => void): void {
  const db = openHistory(file);
  action(db);
  db.close();
}
