import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readSpool, removeSpool, Spool, type SpooledJob, spoolOf } from '../../../src/main/history/spool.js';
import type { Timeline } from '../../../src/shared/history/records.js';
import { openIncident } from '../../support/incident.js';
import { load, NOON, openKeeper, testFolder } from './folder.js';

vi.mock(import('../../../src/main/history/spool.js'), async (original) => {
  const real = await original();
  return { ...real, removeSpool: vi.fn(real.removeSpool) };
});

const MINUTE = 60_000;
const DAY = {
  metric: 'cpu.load',
  from: NOON - 60 * MINUTE,
  to: NOON + 60 * MINUTE,
  maxPoints: 4_000,
} as const;

const batch = (minute: number, value: number): SpooledJob => ({
  type: 'batch',
  at: NOON + minute * MINUTE,
  series: [load(NOON + (minute - 1) * MINUTE, [value, null])],
});

async function spool(file: string, jobs: readonly SpooledJob[]): Promise<void> {
  const waiting = new Spool(spoolOf(file));
  for (const job of jobs) expect(await waiting.append(job)).toBe(true);
}

const timeline = ({ keeper }: ReturnType<typeof openKeeper>): Timeline =>
  keeper.answer({ type: 'timeline', from: 0, to: NOON + 99 * MINUTE }) as Timeline;

test('what waits in the spool is in the database when it is open, as if it had been stored at once', async () => {
  const jobs: SpooledJob[] = [
    batch(1, 10),
    { type: 'incident', incident: openIncident({ peak: 90 }) },
    batch(2, 20),
    { type: 'on-air', at: NOON + 2 * MINUTE, onAir: true },
    { type: 'incident', incident: openIncident({ peak: 95 }) },
    { type: 'happening', happening: { at: NOON + 2 * MINUTE, kind: 'popup', incident: openIncident().id } },
    batch(3, 30),
  ];
  const [direct, spooled] = [join(testFolder(), 'history.db'), join(testFolder(), 'history.db')];
  const one = openKeeper(direct);
  for (const job of jobs) one.keeper.take(job);
  openKeeper(spooled).keeper.rest();
  await spool(spooled, jobs);
  const other = openKeeper(spooled);
  expect(existsSync(spoolOf(spooled))).toBe(false);
  expect(other.series(DAY)).toEqual(one.series(DAY));
  expect(other.series(DAY, NOON + 9 * 24 * 60 * MINUTE)).toEqual(
    one.series(DAY, NOON + 9 * 24 * 60 * MINUTE),
  );
  expect(timeline(other)).toEqual(timeline(one));
  const incidents = { type: 'incidents', query: { from: 0, to: NOON } } as const;
  expect(other.keeper.answer(incidents)).toEqual(one.keeper.answer(incidents));
  expect(other.news).toEqual([]);
});

test('a run that was killed ends with the last batch that it spooled', async () => {
  const file = join(testFolder(), 'history.db');
  openKeeper(file).keeper.rest();
  await spool(file, [batch(7, 1)]);
  const next = openKeeper(file, () => NOON + 9 * MINUTE);
  const { spans, happenings } = timeline(next);
  expect(spans.map(({ from, to, lasting }) => [from, to, lasting])).toEqual([
    [NOON, NOON + 7 * MINUTE, false],
    [NOON + 9 * MINUTE, NOON + 9 * MINUTE, true],
  ]);
  expect(happenings).toContainEqual({ at: NOON + 7 * MINUTE, kind: 'cut-off' });
});

test('the threads of one run are one run', () => {
  const file = join(testFolder(), 'history.db');
  let now = NOON;
  for (const minute of [0, 10, 20]) {
    now = NOON + minute * MINUTE;
    const { keeper } = openKeeper(file, () => now, NOON);
    keeper.take({ type: 'batch', at: now, series: [] });
    expect(keeper.rest()).toBe(true);
  }
  const { spans, happenings } = timeline(openKeeper(file, () => now, NOON));
  expect(spans).toEqual([{ kind: 'run', from: NOON, to: NOON + 20 * MINUTE, lasting: true }]);
  expect(happenings.map(({ kind }) => kind)).toEqual(['boot']);
});

test('a spool that was stored and is still there is not stored twice, and what was added is', async () => {
  const file = join(testFolder(), 'history.db');
  openKeeper(file).keeper.rest();
  const waiting = new Spool(spoolOf(file));
  await waiting.append(batch(1, 10));
  // As if killed between the database and the file; on Windows another program may hold it.
  vi.mocked(removeSpool).mockReturnValueOnce(false);
  openKeeper(file).keeper.rest();
  expect(readSpool(spoolOf(file))?.entries).toHaveLength(1);
  await waiting.append(batch(2, 20));
  const { series } = openKeeper(file);
  expect(series(DAY)).toMatchObject({ avg: [10, null, 20, null], known: [1, 0, 1, 0] });
  expect(readSpool(spoolOf(file))).toBeNull();
});

test('lines that can not be read are told, the others are stored', async () => {
  const file = join(testFolder(), 'history.db');
  await spool(file, [batch(1, 10), batch(2, 20)]);
  writeFileSync(spoolOf(file), readFileSync(spoolOf(file), 'utf8').replace('[20,null]', '[99,null]'));
  const { series, news } = openKeeper(file);
  expect(series(DAY)).toMatchObject({ avg: [10, null] });
  expect(news).toEqual([{ type: 'defect', message: "lines of the history's spool that can't be read: 1" }]);
});

test('a job that is a defect of ours costs itself, and no other', async () => {
  const file = join(testFolder(), 'history.db');
  const broken = { type: 'happening', happening: null } as unknown as SpooledJob;
  await spool(file, [batch(1, 10), broken, { type: 'incident', incident: openIncident() }]);
  const { keeper, series, news } = openKeeper(file);
  expect(series(DAY)).toMatchObject({ avg: [10, null] });
  expect(keeper.answer({ type: 'incidents', query: { from: 0, to: NOON } })).toEqual([openIncident()]);
  expect(news.map(({ type }) => type)).toEqual(['defect']);
  expect(existsSync(spoolOf(file))).toBe(false);
});

test('a database that is damaged is replaced, and the new one gets what waited', async () => {
  const file = join(testFolder(), 'history.db');
  writeFileSync(file, 'no database'.repeat(1_000));
  await spool(file, [batch(1, 10)]);
  const { series, news } = openKeeper(file);
  expect(news.map(({ type }) => type)).toEqual(['set-aside']);
  expect(series(DAY)).toMatchObject({ avg: [10, null] });
});
