import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSpool, Spool } from '../../../src/main/history/spool.js';
import { openIncident } from '../../support/incident.js';
import { load, NOON, openKeeper, testFolder } from './folder.js';

// Only root may mount, and root may write into every folder: this is the one way to have a disk that refuses.
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

function smallDisk(size: string): string {
  const folder = join(testFolder(), 'disk');
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

const QUERY = { metric: 'cpu.load', from: NOON, to: NOON + 3_600_000, maxPoints: 4_000 } as const;

test.skipIf(!canMount)(
  'a full disk: all waits in memory, is said once, and is written when there is room',
  () => {
    const folder = smallDisk('1m');
    const { keeper, news, series } = openKeeper(join(folder, 'history.db'));
    keeper.take({ type: 'batch', at: NOON, series: [load(NOON, [1])] });
    const filler = join(folder, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(2_000_000))).toThrow('ENOSPC');
    const noise = Array.from({ length: 30 }, (_, index) => index);
    let minute = 0;
    const write = (): boolean => {
      minute += 1;
      return keeper.take({ type: 'batch', at: NOON, series: [load(NOON + minute * 60_000, noise)] });
    };
    // The journal has room that it took before.
    while (write()) expect(minute).toBeLessThan(50);
    expect(write()).toBe(false);
    expect(keeper.take({ type: 'incident', incident: openIncident() })).toBe(false);
    expect(news.map(({ type }) => type)).toEqual(['memory']);
    expect(series(QUERY).at.length).toBeGreaterThan(0);
    expect(keeper.answer({ type: 'status' })).toMatchObject({ state: 'memory' });
    rmSync(filler);
    expect(write()).toBe(true);
    expect(news.map(({ type }) => type)).toEqual(['memory', 'stored']);
    expect(series(QUERY).at).toHaveLength(1 + 30 * minute);
    expect(keeper.answer({ type: 'incidents', query: { from: 0, to: NOON } })).toEqual([openIncident()]);
  },
);

test.skipIf(!canMount)('a read-only folder: all waits in memory until it may be written to', () => {
  const folder = smallDisk('2m');
  const remount = (mode: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${mode}`, folder]);
  remount('ro');
  const { keeper, news } = openKeeper(join(folder, 'history.db'));
  expect(keeper.take({ type: 'incident', incident: openIncident() })).toBe(false);
  expect(keeper.answer({ type: 'carried-on', now: Date.now(), reopenMs: 0 })).toEqual([]);
  expect(() => keeper.answer({ type: 'timeline', from: 0, to: 1 })).toThrow();
  expect(news.map(({ type }) => type)).toEqual(['memory']);
  remount('rw');
  expect(keeper.take({ type: 'batch', at: NOON, series: [] })).toBe(true);
  expect(news.map(({ type }) => type)).toEqual(['memory', 'stored']);
  expect(keeper.answer({ type: 'incidents', query: { from: 0, to: NOON } })).toEqual([openIncident()]);
  expect(keeper.answer({ type: 'timeline', from: 0, to: NOON + 1 })).toMatchObject({
    spans: [{ kind: 'run', from: NOON }],
  });
});

test.skipIf(!canMount)('a damaged file on a disk that may not be written to stays where it is', () => {
  const folder = smallDisk('2m');
  writeFileSync(join(folder, 'history.db'), 'no database'.repeat(1_000));
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  const { news } = openKeeper(join(folder, 'history.db'));
  expect(news.map(({ type }) => type)).toEqual(['memory']);
  expect(readdirSync(folder)).toEqual(['history.db']);
});

test.skipIf(!canMount)(
  'of what does not fit into the spool nothing is left there, and it is said',
  async () => {
    const folder = smallDisk('64k');
    const spool = new Spool(join(folder, 'spool'));
    const note = (at: number, detail: string) =>
      spool.append({ type: 'happening', happening: { at, kind: 'crash', detail } });
    expect(await note(1, 'fits')).toBe(true);
    // The first of the two would fit; they are written together.
    expect(await Promise.all([note(2, 'fits'), note(3, 'x'.repeat(100_000))])).toEqual([false, false]);
    expect(await note(4, 'fits')).toBe(true);
    const content = readSpool(join(folder, 'spool'));
    expect(content?.entries.map(({ seq }) => seq)).toEqual([1, 4]);
    expect(content?.spoiled).toBe(0);
  },
);
