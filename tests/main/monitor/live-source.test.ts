import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveSource } from '../../../src/main/monitor/live-source.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import type { SpawnSampler } from '../../../src/main/monitor/sampler-host.js';
import { SamplerReport } from '../../../src/main/monitor/sampler-report.js';
import { reading, shippedIndex } from '../../support/profile.js';

const configuration = { type: 'configure', tickMs: 2_000, probeTarget: null } as const;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
  let events: Parameters<SpawnSampler>[0] | undefined;
  const report = new SamplerReport();
  const source = liveSource({
    monitor,
    configuration,
    report,
    spawn: (given) => {
      events = given;
      return { send: () => undefined, kill: () => undefined };
    },
    log,
  });
  source.start();
  const say = (value: number) =>
    events?.onMessage({ type: 'readings', readings: [reading('memory.usage', value, Date.now())] });
  const memory = () => monitor.look().parts.find((part) => part.part === 'memory')?.metrics[0];
  return { monitor, source, say, memory };
}

test('readings that nobody renews are noticed as stale without any message', () => {
  const { say, memory } = setUp();
  for (let tick = 0; tick < 5; tick++) {
    say(50);
    vi.advanceTimersByTime(2_000);
  }
  expect(memory()).toMatchObject({ value: 50, judgement: 'ok' });
  vi.advanceTimersByTime(9_000);
  expect(memory()).toMatchObject({ value: null, missing: 'stale', judgement: 'unknown' });
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
