import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveSource } from '../../../src/main/monitor/live-source.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import type { SpawnSampler } from '../../../src/main/monitor/sampler-host.js';
import { SamplerReport } from '../../../src/main/monitor/sampler-report.js';
import { pack } from '../../../src/shared/sampler/gathered.js';
import type { SamplerCommand } from '../../../src/shared/sampler/protocol.js';
import { reading, shippedIndex } from '../../support/profile.js';

const configuration = { type: 'configure', tickMs: 2_000, probeTarget: null } as const;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
  let events: Parameters<SpawnSampler>[0] | undefined;
  let spawned = 0;
  const report = new SamplerReport();
  const sent: SamplerCommand[] = [];
  const source = liveSource({
    monitor,
    pages: () => null,
    configuration,
    report,
    spawn: (given) => {
      events = given;
      spawned += 1;
      // A new process was told nothing yet.
      sent.length = 0;
      return { send: (command) => void sent.push(command), kill: () => undefined };
    },
    log,
  });
  source.start();
  const say = (value: number) =>
    events?.onMessage({ type: 'readings', readings: [reading('memory.usage', value, Date.now())] });
  const memory = () => monitor.look().parts.find((part) => part.part === 'memory')?.metrics[0];
  const gather = (values: readonly number[]) =>
    events?.onMessage({
      type: 'gathered',
      ...pack(
        values.map((value, index) => {
          const at = Date.now() - 2_000 * (values.length - 1 - index);
          return { at, readings: [reading('memory.usage', value, at)] };
        }),
      ),
    });
  const patience = () => sent.findLast((command) => command.type === 'patience')?.ms ?? 0;
  const idle = () => sent.findLast((command) => command.type === 'patience')?.idle ?? [];
  return {
    monitor,
    source,
    say,
    gather,
    memory,
    patience,
    idle,
    exit: () => events?.onExit('status 1'),
    spawned: () => spawned,
  };
}

test('what nobody judges is idle until somebody looks, and its silence is none meanwhile', () => {
  const { say, gather, memory, monitor, source, idle } = setUp();
  say(50);
  expect(idle()).toContain('microphone.inUse');
  const inUse = () => monitor.metricStates().find(({ metric }) => metric === 'microphone.inUse');
  monitor.take([reading('microphone.inUse', 1, Date.now())], Date.now());
  for (let tick = 0; tick < 40; tick++) {
    vi.advanceTimersByTime(8_000);
    gather([50, 50, 50, 50]);
  }
  expect(inUse()).toMatchObject({ value: 1 });

  source.setWatched(true);
  expect(idle()).toEqual([]);
  for (let tick = 0; tick < 10; tick++) {
    vi.advanceTimersByTime(2_000);
    say(50);
  }
  expect(inUse()).toMatchObject({ value: 1 });
  for (let tick = 0; tick < 10; tick++) {
    vi.advanceTimersByTime(2_000);
    say(50);
  }
  expect(inUse()).toMatchObject({ value: null, missing: 'stale' });
  expect(memory()).toMatchObject({ value: 50 });
});

test('readings that nobody renews are noticed as stale without any message', () => {
  const { say, memory, source } = setUp();
  source.setWatched(true);
  for (let tick = 0; tick < 5; tick++) {
    say(50);
    vi.advanceTimersByTime(2_000);
  }
  expect(memory()).toMatchObject({ value: 50, judgement: 'ok' });
  vi.advanceTimersByTime(9_000);
  expect(memory()).toMatchObject({ value: null, missing: 'stale', judgement: 'unknown' });
});

test('the sampler may be patient while nobody looks and no hold runs', () => {
  const { say, gather, memory, monitor, source, patience } = setUp();
  say(50);
  expect(patience()).toBe(29_500);
  gather([51, 52, 53]);
  expect(memory()).toMatchObject({ value: 53, at: Date.now() });
  expect(monitor.recentSeries()[0]?.values.slice(-3)).toEqual([51, 52, 53]);
  gather([95, 95, 95]);
  expect(patience()).toBe(0);
  gather([50, 50, 50]);
  expect(patience()).toBe(29_500);
  source.setWatched(true);
  expect(patience()).toBe(0);
  source.setWatched(false);
  expect(patience()).toBe(29_500);
  monitor.situation.set({ onAir: true });
  expect(patience()).toBe(0);
  say(50);
  expect(patience()).toBe(9_500);
});

test('what a new sampler reads first, or one that slept, is waited for', () => {
  const { say, exit, source, patience, spawned } = setUp();
  say(50);
  expect(patience()).toBe(29_500);
  exit();
  vi.advanceTimersByTime(10_000);
  expect(spawned()).toBe(2);
  expect(patience()).toBe(0);
  say(50);
  expect(patience()).toBe(29_500);
  source.suspend();
  source.resume();
  expect(patience()).toBe(0);
  say(50);
  expect(patience()).toBe(29_500);
});

test('readings that wait for each other are not missed meanwhile', () => {
  const { gather, memory } = setUp();
  gather([50, 50, 50, 50]);
  vi.advanceTimersByTime(35_000);
  expect(memory()).toMatchObject({ value: 50, judgement: 'ok' });
  vi.advanceTimersByTime(8_000);
  expect(memory()).toMatchObject({ value: null, missing: 'stale' });
});

test('sleep makes nothing stale and no timer runs through it', () => {
  const { say, memory, source } = setUp();
  for (let tick = 0; tick < 5; tick++) {
    say(50);
    vi.advanceTimersByTime(2_000);
  }
  source.suspend();
  expect(vi.getTimerCount()).toBe(0);
  vi.setSystemTime(Date.now() + 8 * 3_600_000);
  source.resume();
  vi.advanceTimersByTime(3_100);
  expect(memory()).toMatchObject({ value: 50, judgement: 'ok' });
  say(60);
  expect(memory()).toMatchObject({ value: 60, judgement: 'ok' });
});

test('the end leaves no timer', () => {
  const { say, source } = setUp();
  say(50);
  source.stop();
  expect(vi.getTimerCount()).toBe(0);
});
