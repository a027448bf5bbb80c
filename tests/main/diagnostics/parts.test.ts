import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { OwnCosts, type ProcessFigures } from '../../../src/main/diagnostics/costs.js';
import { parseLog, readLogTail } from '../../../src/main/diagnostics/log-tail.js';
import { gpuUse, osName, runtimeKind, sessionOf } from '../../../src/main/diagnostics/surroundings.js';

const figures = (pid: number, type: ProcessFigures['type'], name = ''): ProcessFigures => ({
  pid,
  type,
  name,
  cpu: { percentCPUUsage: 0.5 },
  memory: { workingSetSize: 1_000 },
});

describe('own cost', () => {
  it('is that since the look before, in percent of one core', () => {
    const all = [figures(1, 'Browser'), figures(2, 'Utility', 'Sampler')];
    let reads = 0;
    const costs = new OwnCosts(
      () => {
        reads += 1;
        return all;
      },
      4,
      'Sampler',
    );
    expect(costs.look(0)).toEqual([
      { pid: 1, kind: 'main', cpu: null, memory: 1_024_000 },
      { pid: 2, kind: 'sampler', cpu: null, memory: 1_024_000 },
    ]);
    all.push(figures(3, 'Tab'));
    expect(costs.look(2_000).map(({ kind, cpu }) => [kind, cpu])).toEqual([
      ['main', 2],
      ['sampler', 2],
      ['page', null],
    ]);
    // Somebody copies in the same second.
    costs.look(2_500);
    expect(reads).toBe(2);
    // The page was closed for an hour.
    expect(costs.look(3_600_000).map(({ cpu }) => cpu)).toEqual([null, null, null]);
  });
});

describe('the log', () => {
  const at = '2026-11-24T06:02:31.000Z';

  it('is read entry by entry, from the middle of one on', () => {
    expect(parseLog(`   at z\n${at} warn a: Error: b\n    at c\n${at} info d\n`)).toEqual([
      { at: null, level: 'info', text: '   at z' },
      { at: Date.parse(at), level: 'warn', text: 'a: Error: b\n    at c' },
      { at: Date.parse(at), level: 'info', text: 'd' },
    ]);
    expect(parseLog('')).toEqual([]);
    expect(parseLog('\0\0\0')).toHaveLength(1);
  });

  it('is bounded, filled up from the file before, and may be missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tail-'));
    try {
      const file = join(folder, 'main.log');
      expect(await readLogTail(file)).toEqual([]);
      writeFileSync(join(folder, 'main.old.log'), `${at} info before\n`);
      writeFileSync(file, `${at} error now\n`);
      expect((await readLogTail(file)).map(({ text }) => text)).toEqual(['before', 'now']);
      writeFileSync(file, Array.from({ length: 50_000 }, (_, i) => `${at} info ${i}\n`).join(''));
      const tail = await readLogTail(file);
      expect(tail).toHaveLength(200);
      expect(tail.at(-1)?.text).toBe('49999');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('surroundings', () => {
  expect(sessionOf({ DISPLAY: ':0', XDG_CURRENT_DESKTOP: 'XFCE' }, 'linux')).toEqual({
    display: 'x11',
    desktop: 'XFCE',
  });
  expect(sessionOf({ DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toEqual({
    display: 'wayland',
    desktop: null,
  });
  expect(sessionOf({ DISPLAY: ':0' }, 'win32')).toEqual({ display: null, desktop: null });
  expect([gpuUse('enabled'), gpuUse('disabled_software'), gpuUse(undefined)]).toEqual([
    'on',
    'software',
    'unknown',
  ]);
  expect([runtimeKind(true, false), runtimeKind(false, false), runtimeKind(false, true)]).toEqual([
    'packaged',
    'official',
    'development',
  ]);
  expect(osName('ID=x\nPRETTY_NAME="Debian GNU/Linux 12"\n', '#1 SMP')).toBe('Debian GNU/Linux 12');
  expect(osName('', 'Windows 11 Pro')).toBe('Windows 11 Pro');
});
