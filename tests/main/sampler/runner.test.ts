import { describe, expect, it, vi } from 'vitest';
import type { Collector, ReadContext, Sample } from '../../../src/main/sampler/collector.js';
import { QUARANTINE_AFTER } from '../../../src/main/sampler/runner/retry.js';
import { BATCH_GRACE_MS, createRunner } from '../../../src/main/sampler/runner.js';
import { parseReading, type Reading } from '../../../src/shared/metrics/reading.js';
import { parseSamplerMessage } from '../../../src/shared/sampler/protocol.js';
import { FakeClock } from './fake-clock.js';

const never = new Promise<never>(() => undefined);
const load = (value: number): Sample => ({ metric: 'cpu.load', source: 'test', value });

function collector(read: Collector['read'], more: Partial<Collector> = {}): Collector {
  return { id: 'test.load', metrics: ['cpu.load'], tier: 'fast', timeoutMs: 500, read, ...more };
}

function harness(collectors: Collector[], tickMs = 2_000) {
  const clock = new FakeClock();
  const batches: (readonly Reading[])[] = [];
  const onStats = vi.fn();
  const runner = createRunner({
    collectors,
    clock,
    tickMs,
    onReadings: (readings) => batches.push(readings),
    onStats,
  });
  return { clock, batches, onStats, runner };
}

describe('on demand', () => {
  it('reads the collectors of a metric at once, also those that wait, and keeps their rhythm from then on', async () => {
    const asked = vi.fn(() => [{ metric: 'disk.smart', source: 'test', value: 1 }] as Sample[]);
    const other = vi.fn(() => [load(1)]);
    const { clock, runner, batches } = harness([
      collector(asked, { id: 'smart', metrics: ['disk.smart'], tier: 'slow', heavy: true }),
      collector(other, { tier: 'slow' }),
    ]);
    runner.readNow(['disk.smart']);
    expect(asked).not.toHaveBeenCalled();
    runner.start();
    await clock.advance(10_000);
    runner.setQuiet(true);
    runner.readNow(['disk.smart', 'fan.speed']);
    await clock.advance(0);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(other).toHaveBeenCalledTimes(1);
    expect(batches.at(-1)?.map(({ metric }) => metric)).toEqual(['disk.smart']);
    runner.setQuiet(false);
    await clock.advance(52_000);
    expect([asked.mock.calls.length, other.mock.calls.length]).toEqual([2, 2]);
    runner.stop();
  });

  it('waits for a run that is under way, whose answer may be older than the question, and reads once more', async () => {
    let value = 0;
    const slow = vi.fn(async () => {
      const read = load(++value);
      await new Promise<void>((resolve) => clock.setTimer(resolve, 100));
      return [read];
    });
    const { clock, runner, batches } = harness([collector(slow)]);
    runner.start();
    await clock.advance(50);
    runner.readNow(['cpu.load']);
    runner.readNow(['cpu.load']);
    await clock.advance(50);
    expect(batches.flat()).toMatchObject([{ value: 1 }]);
    await clock.advance(100);
    expect(batches.flat()).toMatchObject([{ value: 1 }, { value: 2, at: clock.wall() - 100 }]);
    await clock.advance(200);
    expect(slow).toHaveBeenCalledTimes(2);
    runner.stop();
  });

  it('sends what an earlier tick has so far first, so that time never goes back', async () => {
    const slow = async (): Promise<Sample[]> => {
      await new Promise<void>((resolve) => clock.setTimer(resolve, 100));
      return [load(5)];
    };
    const quick = (): Sample[] => [{ metric: 'memory.usage', source: 'test', value: 1 }];
    const { clock, runner, batches } = harness([
      collector(slow),
      collector(quick, { id: 'q', metrics: ['memory.usage'] }),
    ]);
    const begun = clock.wall();
    runner.start();
    await clock.advance(50);
    runner.readNow(['memory.usage']);
    await clock.advance(300);
    const told = batches.flat().map(({ metric, at }) => [metric, at - begun]);
    expect(told).toEqual([
      ['memory.usage', 0],
      ['memory.usage', 50],
      ['cpu.load', 100],
    ]);
    runner.stop();
  });

  it('does not read once more what was given up meanwhile', async () => {
    const slow = vi.fn(() => never);
    const { clock, runner } = harness([collector(slow)]);
    runner.start();
    await clock.advance(50);
    runner.readNow(['cpu.load']);
    runner.suspend();
    await clock.advance(1_000);
    expect(slow).toHaveBeenCalledTimes(1);
    runner.stop();
  });
});

describe('warming up', () => {
  it('is read again and again within the first tick, and once a tick from then on', async () => {
    const cold = vi.fn((): Sample[] => [{ metric: 'cpu.load', source: 'test', missing: 'warming-up' }]);
    const { clock, runner } = harness([collector(cold)]);
    const timers = vi.spyOn(clock, 'setTimer');
    runner.start();
    await clock.advance(1_999);
    expect(cold).toHaveBeenCalledTimes(4);
    const before = timers.mock.calls.length;
    await clock.advance(20_000);
    expect(cold).toHaveBeenCalledTimes(14);
    expect(timers.mock.calls.length - before).toBeLessThanOrEqual(11);
    runner.stop();
  });
});

describe('idle metrics', () => {
  it('are read as rarely as slow ones, unless a collector reads others, too, and again at the next tick', async () => {
    const alone = vi.fn(() => [load(1)]);
    const shared = vi.fn(() => [{ metric: 'memory.usage', source: 'test', value: 1 }] as Sample[]);
    const { clock, runner } = harness([
      collector(alone),
      collector(shared, { id: 'memory', metrics: ['memory.usage', 'memory.swap'] }),
    ]);
    runner.setIdle(['cpu.load', 'memory.swap']);
    runner.start();
    await clock.advance(119_000);
    expect([alone.mock.calls.length, shared.mock.calls.length]).toEqual([2, 60]);
    runner.configure({ tickMs: 1_000 });
    await clock.advance(20_000);
    expect(alone.mock.calls.length).toBeLessThanOrEqual(3);
    const before = alone.mock.calls.length;
    runner.setIdle([]);
    await clock.advance(4_000);
    expect(alone.mock.calls.length - before).toBeGreaterThanOrEqual(4);
    runner.stop();
  });
});

describe('ticks', () => {
  it('delivers all readings of a tick in one batch with one time', async () => {
    const slowish = collector(
      () => Promise.resolve([{ metric: 'memory.usage', source: 'test', value: 40 }]),
      {
        id: 'b',
        metrics: ['memory.usage'],
      },
    );
    const { clock, batches, runner } = harness([collector(() => [load(10)]), slowish]);
    runner.start();
    await clock.advance(0);
    expect(batches).toHaveLength(1);
    expect(batches[0]?.map(({ metric }) => metric)).toEqual(['cpu.load', 'memory.usage']);
    expect(new Set(batches[0]?.map(({ at }) => at))).toEqual(new Set([clock.wall()]));
    for (const reading of batches[0] ?? []) expect(parseReading(reading)).toEqual(reading);
  });

  it('ticks at the configured period and runs slower tiers at theirs', async () => {
    const fast = vi.fn(() => [load(1)]);
    const medium = vi.fn(() => [] as Sample[]);
    const { clock, runner } = harness([
      collector(fast),
      collector(medium, { id: 'm', tier: 'medium', metrics: ['fan.speed'] }),
    ]);
    runner.start();
    await clock.advance(20_000);
    expect(fast).toHaveBeenCalledTimes(11);
    expect(medium).toHaveBeenCalledTimes(3);
    runner.configure({ tickMs: 1_000 });
    await clock.advance(20_000);
    expect(fast.mock.calls.length).toBeGreaterThanOrEqual(30);
    expect(medium).toHaveBeenCalledTimes(5);
  });

  it('takes up a shorter tick at once', async () => {
    const fast = vi.fn(() => [load(1)]);
    const { clock, runner } = harness([collector(fast)], 10_000);
    runner.start();
    await clock.advance(1_000);
    runner.configure({ tickMs: 1_000 });
    await clock.advance(3_000);
    expect(fast).toHaveBeenCalledTimes(4);
  });

  it('never runs a slower tier faster than the tick', async () => {
    const medium = vi.fn(() => [] as Sample[]);
    const { clock, runner } = harness(
      [collector(medium, { tier: 'medium', metrics: ['fan.speed'] })],
      10_000,
    );
    runner.start();
    await clock.advance(60_000);
    expect(medium).toHaveBeenCalledTimes(7);
  });

  it('is not moved by a jump of the wall clock', async () => {
    const read = vi.fn(() => [load(1)]);
    const { clock, runner } = harness([collector(read)]);
    runner.start();
    await clock.advance(4_000);
    clock.wallOffset -= 86_400_000;
    await clock.advance(4_000);
    clock.wallOffset += 10 * 86_400_000;
    await clock.advance(4_000);
    expect(read).toHaveBeenCalledTimes(7);
  });
});

describe('slow and hanging collectors', () => {
  it('waits with a timer only for what takes time', async () => {
    const soon = vi.fn(async () => {
      for (let hop = 0; hop < 20; hop++) await null;
      return [load(1)];
    });
    const { clock, batches, runner } = harness([collector(soon, { timeoutMs: 1_234 })]);
    const timers = vi.spyOn(clock, 'setTimer');
    runner.start();
    await clock.advance(20_000);
    expect(batches.length).toBe(soon.mock.calls.length);
    expect(timers.mock.calls.filter(([, ms]) => ms === BATCH_GRACE_MS)).toEqual([]);
    runner.stop();
  });

  it('delivers a slow one later, with its own time', async () => {
    const slow = collector(
      () => new Promise((resolve) => clock.setTimer(() => resolve([load(5)]), BATCH_GRACE_MS + 100)),
    );
    const quick = collector(() => [{ metric: 'memory.usage', source: 'test', value: 1 }], {
      id: 'q',
      metrics: ['memory.usage'],
    });
    const { clock, batches, runner } = harness([slow, quick]);
    runner.start();
    await clock.advance(BATCH_GRACE_MS);
    expect(batches.map((batch) => batch.map(({ metric }) => metric))).toEqual([['memory.usage']]);
    await clock.advance(100);
    expect(batches[1]).toMatchObject([{ metric: 'cpu.load', value: 5, at: clock.wall() }]);
  });

  it('a collector that never returns holds nobody up and is not started again', async () => {
    const hang = vi.fn((_context: ReadContext) => never);
    const quick = vi.fn(() => [{ metric: 'memory.usage', source: 'test', value: 1 } satisfies Sample]);
    const { clock, batches, runner } = harness([
      collector(hang),
      collector(quick, { id: 'q', metrics: ['memory.usage'] }),
    ]);
    runner.start();
    await clock.advance(20_000);
    expect(hang).toHaveBeenCalledTimes(1);
    expect(hang.mock.calls[0]?.[0].signal.aborted).toBe(true);
    expect(quick).toHaveBeenCalledTimes(11);
    const load = batches.flat().filter(({ metric }) => metric === 'cpu.load');
    expect(load.length).toBeGreaterThanOrEqual(10);
    for (const reading of load) expect(reading).toMatchObject({ value: null, missing: 'timed-out' });
    expect(runner.stats()[0]).toMatchObject({ runs: 1, timeouts: 1, state: 'running', nextRunAt: null });
  });

  it('says nothing of a run that takes longer than a tick until that is over', async () => {
    const slow = vi.fn(async () => {
      await new Promise<void>((resolve) => clock.setTimer(resolve, 1_200));
      return [load(5)];
    });
    const { clock, batches, runner } = harness([collector(slow, { timeoutMs: 1_500 })], 1_000);
    runner.start();
    await clock.advance(5_500);
    expect(batches.flat().length).toBeGreaterThanOrEqual(2);
    for (const reading of batches.flat()) expect(reading).toMatchObject({ value: 5 });
    runner.stop();
  });

  it('starts it again once the hung promise settles, and ignores what that promise brought', async () => {
    let release: (samples: Sample[]) => void = () => undefined;
    const reads = [
      new Promise<Sample[]>((resolve) => {
        release = resolve;
      }),
      Promise.resolve([load(7)]),
    ];
    const { clock, batches, runner } = harness([collector(() => reads.shift() ?? [])]);
    runner.start();
    await clock.advance(3_000);
    release([load(99)]);
    await clock.advance(2_000);
    const values = batches.flat().map(({ value }) => value);
    expect(values).not.toContain(99);
    expect(values.at(-1)).toBe(7);
  });
});

describe('failures', () => {
  it('reports failed, backs off, goes into quarantine, and keeps saying so at every period', async () => {
    const read = vi.fn(() => {
      throw new Error('no such chip');
    });
    const { clock, batches, onStats, runner } = harness([collector(read)]);
    runner.start();
    await clock.advance(60_000);
    expect(read.mock.calls.length).toBeLessThan(8);
    expect(batches.flat()).toHaveLength(31);
    expect(batches.flat().every(({ missing }) => missing === 'failed')).toBe(true);
    expect(onStats.mock.calls.at(-1)?.[0]).toMatchObject([
      { state: 'backing-off', lastError: { text: 'no such chip' } },
    ]);
    await clock.advance(400_000);
    expect(read).toHaveBeenCalledTimes(QUARANTINE_AFTER);
    expect(runner.stats()[0]?.state).toBe('quarantined');
    expect(parseSamplerMessage({ type: 'stats', collectors: runner.stats() })).not.toBeNull();
    await clock.advance(600_000);
    expect(read.mock.calls.length).toBe(QUARANTINE_AFTER + 1);
  });

  it('a success ends the back-off at once', async () => {
    let broken = true;
    const read = vi.fn(() => {
      if (broken) throw new Error('x');
      return [load(3)];
    });
    const { clock, batches, runner } = harness([collector(read)]);
    runner.start();
    await clock.advance(10_000);
    broken = false;
    await clock.advance(70_000);
    expect(runner.stats()[0]).toMatchObject({ state: 'idle', lastError: { text: 'x' } });
    expect(batches.at(-1)).toMatchObject([{ value: 3 }]);
  });

  it('turns a value that is no number into a failed one', async () => {
    const { clock, batches, runner } = harness([collector(() => [load(Number.NaN)])]);
    runner.start();
    await clock.advance(0);
    expect(batches[0]).toMatchObject([{ value: null, missing: 'failed' }]);
  });
});

describe('completeness', () => {
  it('reports metrics that a run leaves out as not present', async () => {
    const { clock, batches, runner } = harness([collector(() => [], { metrics: ['cpu.load', 'fan.speed'] })]);
    runner.start();
    await clock.advance(0);
    expect(batches[0]).toMatchObject([
      { metric: 'cpu.load', missing: 'not-present' },
      { metric: 'fan.speed', missing: 'not-present' },
    ]);
  });

  it('takes back a vanished instance once', async () => {
    const camera = (instance: string): Sample => ({
      metric: 'camera.present',
      source: 't',
      value: 1,
      instance,
    });
    let there = [camera('a'), camera('b')];
    const { clock, batches, runner } = harness([collector(() => there, { metrics: ['camera.present'] })]);
    runner.start();
    await clock.advance(0);
    there = [camera('a')];
    await clock.advance(2_000);
    expect(batches[1]).toMatchObject([
      { instance: 'a', value: 1 },
      { instance: 'b', missing: 'not-present' },
    ]);
    await clock.advance(2_000);
    expect(batches[2]).toHaveLength(1);
  });

  it('says of every known instance that its collector failed', async () => {
    let broken = false;
    const read = (): Sample[] => {
      if (broken) throw new Error('x');
      return [load(1), { ...load(2), instance: 'core' }];
    };
    const { clock, batches, runner } = harness([collector(read)]);
    runner.start();
    await clock.advance(0);
    broken = true;
    await clock.advance(2_000);
    expect(batches[1]).toMatchObject([{ missing: 'failed' }, { instance: 'core', missing: 'failed' }]);
  });
});

describe('suspend and resume', () => {
  it('stops, forgets baselines, and ticks again after one full period', async () => {
    const read = vi.fn(() => [load(1)]);
    const reset = vi.fn();
    const { clock, batches, runner } = harness([collector(read, { reset })]);
    runner.start();
    await clock.advance(0);
    runner.suspend();
    await clock.advance(100_000);
    expect(read).toHaveBeenCalledTimes(1);
    runner.resume();
    expect(reset).toHaveBeenCalledTimes(1);
    await clock.advance(1_999);
    expect(read).toHaveBeenCalledTimes(1);
    await clock.advance(1);
    expect(read).toHaveBeenCalledTimes(2);
    expect(batches).toHaveLength(2);
  });

  it('does not deliver what was asked before the suspend', async () => {
    const { clock, batches, runner } = harness([
      collector(() => new Promise((resolve) => clock.setTimer(() => resolve([load(5)]), 100))),
    ]);
    runner.start();
    await clock.advance(50);
    runner.suspend();
    await clock.advance(1_000);
    expect(batches).toEqual([]);
    expect(runner.stats()[0]).toMatchObject({ timeouts: 0, failures: 0, state: 'idle' });
  });

  it('notices a sleep that nobody announced', async () => {
    const reset = vi.fn();
    const { clock, runner } = harness([collector(() => [load(1)], { reset })]);
    runner.start();
    await clock.advance(4_000);
    expect(reset).not.toHaveBeenCalled();
    clock.sleep(3_600_000);
    await clock.advance(10);
    expect(reset).toHaveBeenCalledTimes(1);
  });

  it('stop ends what collectors keep open', async () => {
    const dispose = vi.fn();
    const { clock, batches, runner } = harness([collector(() => [load(1)], { dispose })]);
    runner.start();
    await clock.advance(0);
    runner.stop();
    await clock.advance(10_000);
    expect(dispose).toHaveBeenCalledTimes(1);
    expect(batches).toHaveLength(1);
  });
});

describe('runOnce', () => {
  it('runs every tier once and waits for all, up to their time-outs', async () => {
    const { clock, runner } = harness([
      collector(() => never),
      collector(() => [{ metric: 'system.updates', source: 't', value: 3 }], {
        id: 'rare',
        tier: 'rare',
        metrics: ['system.updates'],
      }),
    ]);
    const result = runner.runOnce();
    await clock.advance(500);
    expect(await result).toMatchObject([
      { metric: 'cpu.load', missing: 'timed-out' },
      { metric: 'system.updates', value: 3 },
    ]);
  });
});

describe('quiet', () => {
  it('heavy collectors wait, the others do not, and what waited runs at once afterwards', async () => {
    const heavy = vi.fn(() => [{ metric: 'system.updates', source: 'test', value: 2 } as const]);
    const light = vi.fn(() => [load(3)]);
    const { clock, batches, runner } = harness([
      collector(light),
      collector(heavy, { id: 'b', metrics: ['system.updates'], tier: 'slow', heavy: true }),
    ]);
    runner.start();
    await clock.advance(1_000);
    runner.setQuiet(true);
    await clock.advance(120_000);
    expect(heavy).toHaveBeenCalledTimes(1);
    expect(light.mock.calls.length).toBeGreaterThan(50);
    const told = () => batches.flat().filter(({ metric }) => metric === 'system.updates');
    expect(told()).toHaveLength(1);
    // The answer is out of date now, and the reason is told.
    await clock.advance(180_000);
    expect(told().at(-1)).toMatchObject({ value: null, missing: 'stale', advice: 'paused' });
    runner.setQuiet(false);
    await clock.advance(2_000);
    expect(heavy).toHaveBeenCalledTimes(2);
    expect(told().at(-1)).toMatchObject({ value: 2 });
  });
});

it('gives what the sources last said', async () => {
  const talking = collector((context: ReadContext) => {
    context.raw('temp1: 51');
    return [load(1)];
  });
  const { clock, runner } = harness([talking, collector(() => [], { id: 'silent' })]);
  runner.start();
  await clock.advance(0);
  expect(runner.raws()).toEqual([
    { id: 'test.load', at: clock.wall(), of: 'source', text: 'temp1: 51' },
    { id: 'silent', at: clock.wall(), of: 'readings', text: 'cpu.load = not-present  · silent' },
  ]);
  expect(parseSamplerMessage({ type: 'raw', outputs: runner.raws() })).not.toBeNull();
});
