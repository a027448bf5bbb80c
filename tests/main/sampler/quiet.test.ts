import { expect, it } from 'vitest';
import { createCollectors } from '../../../src/main/sampler/collectors/index.js';
import { createRunner } from '../../../src/main/sampler/runner.js';
import { macWith } from './collectors/macos/stand-in.js';
import { FakeClock } from './fake-clock.js';

/** What only heavy collectors of macOS start. */
const HEAVY = /^(?:softwareupdate|log show|system_profiler SPAirPort)/;
const HALF_AN_HOUR = 1_800_000;

it('the real collectors that are dear start nothing while it is quiet; the others go on', async () => {
  const { run, calls } = macWith({ 'route -n get': 'interface: en0\n', 'pmset -g batt': '' });
  const clock = new FakeClock();
  const collectors = createCollectors({
    platform: 'darwin',
    root: '/nowhere',
    home: '/nowhere',
    run,
    loadSi: () => Promise.reject(new Error('not here')),
    probeTarget: () => null,
    clock,
  }).filter(({ id }) => id !== 'network-quality');
  const runner = createRunner({ collectors, clock, onReadings: () => undefined });
  runner.setQuiet(true);
  runner.start();
  await clock.advance(HALF_AN_HOUR);
  expect(calls.filter(({ line }) => HEAVY.test(line))).toEqual([]);
  const lines = new Set(calls.map(({ line }) => line.split(' ')[0]));
  expect([...lines]).toEqual(expect.arrayContaining(['pmset', 'vm_stat', 'netstat']));

  runner.setQuiet(false);
  await clock.advance(2_000);
  expect(calls.some(({ line }) => line.startsWith('softwareupdate'))).toBe(true);
  runner.stop();
}, 30_000);
