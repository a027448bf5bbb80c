import { describe, expect, it, vi } from 'vitest';
import type { Collector, Sample } from '../../../../src/main/sampler/collector.js';
import { createRunner, WARM_UP_MS } from '../../../../src/main/sampler/runner.js';
import type { Reading } from '../../../../src/shared/metrics/reading.js';
import { FakeClock } from '../fake-clock.js';

const never = new Promise<never>(() => undefined);
const load = (value: number): Sample => ({ metric: 'cpu.load', source: 'test', value });

function collector(read: Collector['read'], more: Partial<Collector> = {}): Collector {
  return { id: 'test.load', metrics: ['cpu.load'], tier: 'fast', timeoutMs: 500, read, ...more };
}

function harness(collectors: Collector[]) {
  const clock = new FakeClock();
  const batches: (readonly Reading[])[] = [];
  const onReadings = (readings: readonly Reading[]) => void batches.push(readings);
  return { clock, batches, runner: createRunner({ collectors, clock, tickMs: 2_000, onReadings }) };
}

describe('the first tick', () => {
  const rates = () => {
    let looks = 0;
    return vi.fn((): Sample[] => {
      looks += 1;
      return looks === 1 ? [{ metric: 'cpu.load', source: 'test', missing: 'warming-up' }] : [load(looks)];
    });
  };

  it('brings rates half a second after the start, and reads nothing else again for them', async () => {
    const rate = rates();
    const other = vi.fn(() => [{ metric: 'memory.usage', source: 'test', value: 1 }] as Sample[]);
    const { clock, batches, runner } = harness([
      collector(rate),
      collector(other, { id: 'memory', metrics: ['memory.usage'] }),
    ]);
    runner.start();
    await clock.advance(WARM_UP_MS);
    expect(batches.map((batch) => batch.map(({ value }) => value))).toEqual([[null, 1], [2]]);
    await clock.advance(2_000 - WARM_UP_MS);
    expect([rate.mock.calls.length, other.mock.calls.length]).toEqual([3, 2]);
    await clock.advance(20_000);
    expect([rate.mock.calls.length, other.mock.calls.length]).toEqual([13, 12]);
    runner.stop();
  });

  it('waits for nobody who hangs, leaves slow ones alone, and ends with the runner', async () => {
    const hangs = vi.fn(() => never);
    const slow = rates();
    const rate = vi.fn((): Sample[] => [{ metric: 'cpu.load', source: 'test', missing: 'warming-up' }]);
    const { clock, runner } = harness([
      collector(hangs, { id: 'hangs', timeoutMs: 5_000 }),
      collector(slow, { id: 'slow', tier: 'slow' }),
      collector(rate),
    ]);
    runner.start();
    await clock.advance(1_900);
    expect([hangs, slow, rate].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 4]);
    runner.suspend();
    await clock.advance(20_000);
    expect(rate).toHaveBeenCalledTimes(4);
    runner.stop();
  });
});
