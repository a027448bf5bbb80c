import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { mem } from 'systeminformation';
import { expect, it } from 'vitest';
import { createMemory, meminfoField } from '../../../../../src/main/sampler/collectors/linux/memory.js';
import { readAt, Tree, told } from '../fixture.js';

const read = (text: string) => readAt(createMemory(new Tree({ 'proc/meminfo': text }).root));

it('counts what is not available as used, and swap by what is not free', async () => {
  const samples = await read(
    'MemTotal: 1000 kB\nMemFree: 10 kB\nMemAvailable: 250 kB\nSwapTotal: 200 kB\nSwapFree: 150 kB',
  );
  expect(told(samples, 'memory.usage')).toBe(75);
  expect(told(samples, 'memory.swap')).toBe(25);
});

it('without swap there is none to use', async () => {
  const samples = await read('MemTotal: 1000 kB\nMemAvailable: 250 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB');
  expect(samples[1]).toMatchObject({ metric: 'memory.swap', missing: 'not-present', note: 'no swap' });
});

it('does not take free for available on an old kernel', async () => {
  expect(told(await read('MemTotal: 1000 kB\nMemFree: 900 kB'), 'memory.usage')).toBe('unsupported');
});

it('fails on what it does not understand', async () => {
  const samples = await read('MemTotal: many kB');
  expect([told(samples, 'memory.usage'), told(samples, 'memory.swap')]).toEqual(['failed', 'failed']);
});

it('garbage never throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(meminfoField(text, 'MemTotal')).toBeUndefined();
      expect(meminfoField(`${text}\nMemTotal:   7 kB\n${text}`, 'MemTotal')).toBe(7);
    }),
  );
});

it.runIf(process.platform === 'linux')('agrees with the library within one unit', async () => {
  const direct = told(await readAt(createMemory('/')), 'memory.usage');
  const { total, available } = await mem();
  expect(Math.abs((direct as number) - 100 * (1 - available / total))).toBeLessThan(1);
  expect(meminfoField(readFileSync('/proc/meminfo', 'utf8'), 'MemTotal')).toBe(total / 1_024);
});
