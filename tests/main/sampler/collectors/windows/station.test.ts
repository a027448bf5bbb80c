import { expect, it } from 'vitest';
import { windowsPart } from '../../../../../src/main/sampler/collectors/windows/index.js';
import { createRunner } from '../../../../../src/main/sampler/runner.js';
import { FakeClock } from '../../fake-clock.js';
import { standIn } from '../common/stand-in.js';
import { fixture } from './fixture.js';
import { isAlive, standInHost } from './stand-in.js';

const si = standIn({ currentLoad: { currentLoad: 5 } });

const answers = {
  fast: fixture('en/fast.json'),
  devices: fixture('en/devices.json'),
  system: fixture('en/system.json'),
  smart: fixture('en/smart.json'),
  events: fixture('en/events.json'),
  memory: {
    ecc: { value: { list: [3] } },
    events: { value: { list: [], now: 1.7e12, boot: '133000000000000000' } },
  },
  security: fixture('en/security.json'),
  updates: { updates: { value: { result: 2, count: 1, searched: 1.7e12, installed: null } } },
};

it('a whole station is read by one PowerShell, which ends with the sampler', async () => {
  const { host, starts, asked } = standInHost([{ answers }]);
  const { own } = windowsPart(si, 'C:\\Users\\主播', host);
  const runner = createRunner({ collectors: own });
  const readings = await runner.runOnce();
  const missing = readings.filter((each) => each.value === null && each.instance === undefined);
  // What this stand-in can't have: sensors of another program, rates at the first look, a drive C:.
  expect(new Set(missing.map(({ metric, missing: reason }) => `${metric} ${reason}`))).toEqual(
    new Set([
      'cpu.temperature unsupported',
      'fan.speed unsupported',
      ...['read.rate', 'write.rate', 'latency', 'busy'].map((name) => `disk.${name} warming-up`),
      'network.rx.rate warming-up',
      'network.tx.rate warming-up',
      'network.signal warming-up',
      'memory.errors unsupported',
      'power.ups not-present',
    ]),
  );
  expect(starts()).toHaveLength(1);
  // Disks, network, adapter and battery of one tick are one question.
  expect(asked().filter((line) => line.includes('"fast"'))).toHaveLength(1);
  runner.stop();
  await expect.poll(() => starts().some(isAlive)).toBe(false);
});

it('no reading waits longer than its time-out, however long PowerShell hangs', async () => {
  const { host, starts } = standInHost([{ answer: 'hang', stays: true }], { limitMs: 120_000 });
  const clock = new FakeClock();
  const collectors = windowsPart(si, 'C:\\Users\\x', host).own;
  const runner = createRunner({ collectors, clock });
  const all = runner.runOnce();
  // Everything that can be had without it comes meanwhile.
  await expect.poll(() => starts().length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const longest = Math.max(...collectors.map(({ timeoutMs }) => timeoutMs));
  await clock.advance(longest);
  const readings = await all;
  const limits = new Map(collectors.map(({ id, timeoutMs }) => [id, timeoutMs]));
  const late = runner.stats().filter(({ timeouts }) => timeouts === 1);
  for (const { id, lastDurationMs } of late)
    expect(lastDurationMs, id).toBeLessThanOrEqual(limits.get(id) ?? 0);
  expect(late.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['windows.disks', 'windows.network', 'windows.devices', 'windows.updates']),
  );
  for (const metric of ['power.ac', 'network.link', 'camera.present', 'system.updates'])
    expect(readings.find((each) => each.metric === metric)?.missing, metric).toBe('timed-out');
  runner.stop();
});

it('a dead PowerShell is said of every reading that needs it, and of no other', async () => {
  const { host } = standInHost([{ exit: 1 }]);
  const runner = createRunner({ collectors: windowsPart(si, 'C:\\Users\\x', host).own });
  const readings = await runner.runOnce();
  const reasonOf = (metric: string) => readings.find((each) => each.metric === metric)?.missing;
  expect(['power.ac', 'network.link', 'camera.present', 'system.updates'].map(reasonOf)).toEqual(
    Array.from({ length: 4 }, () => 'failed'),
  );
  expect(reasonOf('cpu.load')).toBeUndefined();
  expect(readings.filter(({ value, metric }) => value !== null && metric.startsWith('power'))).toEqual([]);
  runner.stop();
});
