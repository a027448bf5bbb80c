import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isSpooled,
  readSpool,
  removeSpool,
  Spool,
  type SpooledJob,
} from '../../../src/main/history/spool.js';
import { openIncident } from '../../support/incident.js';
import { load, NOON, testFolder } from './folder.js';

const note = (at: number): SpooledJob => ({ type: 'happening', happening: { at, kind: 'flood' } });

test('jobs come back as they were, in their order, also those of the next run', async () => {
  const file = join(testFolder(), 'spool');
  const jobs: SpooledJob[] = [
    { type: 'batch', at: NOON, series: [load(NOON, [1.25, null, 0])] },
    { type: 'incident', incident: openIncident({ instance: '麦克风 "A"\n' }) },
    { type: 'on-air', at: NOON, onAir: true },
    note(NOON),
  ];
  const first = new Spool(file);
  expect(await Promise.all(jobs.map((job) => first.append(job)))).toEqual([true, true, true, true]);
  expect(await new Spool(file).append(note(1))).toBe(true);
  const content = readSpool(file);
  expect(content?.spoiled).toBe(0);
  expect(content?.entries.map(({ job }) => job)).toEqual([...jobs, note(1)]);
  expect(content?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 1]);
  expect(new Set(content?.entries.map(({ writer }) => writer)).size).toBe(2);
});

test('a file that was cut or spoiled anywhere gives the lines that are whole, and no other', async () => {
  const file = join(testFolder(), 'spool');
  const spool = new Spool(file);
  const jobs = [1, 2, 3, 4].map(note);
  for (const job of jobs) await spool.append(job);
  const whole = readFileSync(file);
  const damage = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), cut: fc.boolean() });
  fc.assert(
    fc.property(damage, ({ at, byte, cut }) => {
      const spoiled = Buffer.from(whole);
      spoiled[at] = byte;
      writeFileSync(file, cut ? whole.subarray(0, at) : spoiled);
      // What is written behind a line that was cut off is not lost with it.
      appendFileSync(file, whole.subarray(0, whole.indexOf(10, 1)));
      const found = (readSpool(file)?.entries ?? []).map(({ job }) => job);
      expect(found.at(-1)).toEqual(jobs[0]);
      for (const job of found) expect(jobs).toContainEqual(job);
      expect(found.length).toBeGreaterThanOrEqual(cut ? 1 : 3);
    }),
  );
});

test('where it can not be written that is said of all that wait, and later it can again', async () => {
  const file = join(testFolder(), 'folder', 'spool');
  const spool = new Spool(file);
  const refused = [spool.append(note(1)), spool.append(note(2))];
  expect(await Promise.all(refused)).toEqual([false, false]);
  expect(spool.writing).toBeNull();
  mkdirSync(dirname(file));
  expect(await spool.append(note(3))).toBe(true);
  expect(readSpool(file)?.entries.map(({ job }) => job)).toEqual([note(3)]);
  expect(removeSpool(file)).toBe(true);
  expect(existsSync(file)).toBe(false);
  expect(readSpool(file)).toBeNull();
});

test('it is due by its age since the first job, or by its size', async () => {
  let now = 5;
  const spool = new Spool(join(testFolder(), 'spool'), () => now);
  expect(spool.isDue).toBe(false);
  now = 1_000_000;
  expect(spool.isDue).toBe(false);
  await spool.append(note(1));
  now += 599_999;
  expect(spool.isDue).toBe(false);
  now += 1;
  expect(spool.isDue).toBe(true);
  spool.taken();
  expect(spool.isDue).toBe(false);
  const detail = 'x'.repeat(1_100_000);
  for (let count = 0; count < 4; count += 1)
    await spool.append({ type: 'happening', happening: { at: count, kind: 'crash', detail } });
  expect(spool.isDue).toBe(true);
});

test('records of checks and the end of the program do not wait in it', () => {
  expect(isSpooled({ type: 'end', at: 1 })).toBe(false);
  expect(isSpooled({ type: 'precheck', seq: 1, json: '' })).toBe(false);
  expect(isSpooled(note(1))).toBe(true);
});
