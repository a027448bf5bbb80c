import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gatherer } from '../../../src/main/sampler/gatherer.js';
import { BATCHES_LIMIT, type GatheredBatch } from '../../../src/shared/sampler/gathered.js';
import { reading } from '../../support/profile.js';
import { FakeClock } from './fake-clock.js';

function setUp(patienceMs: number, tickMs = 2_000) {
  const clock = new FakeClock();
  const sent: { at: number; batches: readonly GatheredBatch[] }[] = [];
  const gatherer = new Gatherer({ clock, send: (batches) => sent.push({ at: clock.wall(), batches }) });
  gatherer.setTick(tickMs);
  gatherer.setPatience({
    ms: patienceMs,
    urgent: [{ metric: 'network.link' }, { metric: 'disk.busy', high: 90 }],
  });
  const tick = (metric: Parameters<typeof reading>[0] = 'cpu.load', value: number | null = 1): void => {
    gatherer.add([reading(metric, value, clock.wall())]);
    clock.sleep(tickMs);
  };
  return { clock, sent, gatherer, tick };
}

describe('the gatherer', () => {
  it('without patience sends every batch at once', () => {
    const { sent, tick } = setUp(0);
    tick();
    tick();
    expect(sent.map(({ batches }) => batches.length)).toEqual([1, 1]);
  });

  it('sends ticks together, each with the time at which it was ready', () => {
    const { sent, tick, clock } = setUp(4_500);
    const start = clock.wall();
    for (let i = 0; i < 6; i += 1) tick();
    expect(sent.map(({ batches }) => batches.map(({ at }) => at - start))).toEqual([
      [0, 2_000, 4_000],
      [6_000, 8_000, 10_000],
    ]);
  });

  it('does not wait with a change of an urgent metric, unless the value is dull', () => {
    const { sent, tick } = setUp(60_000);
    const lengths = (): number[] => sent.map(({ batches }) => batches.length);
    for (const value of [1, 1, 1, 0]) tick('network.link', value);
    expect(lengths()).toEqual([1, 3]);
    for (const value of [0, null]) tick('network.link', value);
    expect(lengths()).toEqual([1, 3, 2]);
    for (const value of [5, 60, 89]) tick('disk.busy', value);
    tick('disk.busy', 91);
    expect(lengths()).toEqual([1, 3, 2, 4]);
  });

  it('sends what it holds when patience or tick change', () => {
    const { sent, tick, gatherer } = setUp(4_500);
    tick();
    gatherer.setPatience({ ms: 0, urgent: [] });
    expect(sent).toHaveLength(1);
    gatherer.setPatience({ ms: 4_500, urgent: [] });
    tick();
    gatherer.setTick(10_000);
    expect(sent).toHaveLength(2);
    tick();
    expect(sent).toHaveLength(3);
  });

  it('loses nothing, keeps the order and lets nothing wait longer than its patience', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 60_000 }), (pauses, patienceMs) => {
        const { clock, sent, gatherer } = setUp(patienceMs, 1_000);
        for (const [index, pause] of pauses.entries()) {
          gatherer.add([reading('cpu.load', index, clock.wall())]);
          clock.sleep(pause);
        }
        for (const { at, batches } of sent) {
          expect(batches.length).toBeLessThanOrEqual(BATCHES_LIMIT);
          expect(at - (batches[0]?.at ?? 0)).toBeLessThanOrEqual(patienceMs);
        }
        gatherer.flush();
        const values = sent
          .flatMap(({ batches }) => batches.flatMap((batch) => batch.readings))
          .map((one) => one.value);
        expect(values).toEqual(pauses.map((_, index) => index));
      }),
    );
  });
});
