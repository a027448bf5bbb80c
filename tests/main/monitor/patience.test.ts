import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calmPatience,
  LONGEST_PATIENCE_MS,
  NO_PATIENCE,
  type Patience,
} from '../../../src/main/monitor/patience.js';
import { Gatherer } from '../../../src/main/sampler/gatherer.js';
import type { StationEvent } from '../../../src/shared/health/state.js';
import type { MetricId } from '../../../src/shared/metrics/dictionary.js';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { reading, shippedIndex, station } from '../../support/profile.js';
import { FakeClock } from '../sampler/fake-clock.js';

const index = shippedIndex();
const calm = (onAir = false, accepted: readonly MetricId[] = []) => calmPatience(index, { onAir, accepted });

test('what has a short hold is urgent, but for what no limit concerns', () => {
  const { ms, urgent } = calm();
  expect(ms).toBe(LONGEST_PATIENCE_MS.offAir);
  expect(urgent).toContainEqual({ metric: 'system.crash', high: 1 });
  expect(urgent.find(({ metric }) => metric === 'disk.busy')?.high).toBe(Number.MAX_VALUE);
  expect(urgent.map(({ metric }) => metric)).not.toContain('cpu.temperature');
});

test('of two rules of a metric both count', () => {
  const limits = (when: '>' | '<', value: number) => [{ when, value, of: 'value' }];
  const rules = [limits('>', 90), limits('<', 10), limits('>', 80)].map((one) => ({
    metric: 'disk.busy',
    limits: one,
  }));
  const stand = { rulesHeldBelow: () => rules as never, judges: () => true };
  const { urgent } = calmPatience(stand, { onAir: true, accepted: [] });
  expect(urgent).toEqual([{ metric: 'disk.busy', low: 10, high: 80 }]);
});

test('off air readings wait longer, but a camera that begins to be used for nothing', () => {
  expect(calm(true).ms).toBe(LONGEST_PATIENCE_MS.onAir);
  expect(calm(true).ms).toBeLessThan(calm(false).ms);
  expect(calm(false).urgent).toContainEqual({ metric: 'camera.inUse' });
});

test('what no rule judges is idle, but for what the program itself goes by', () => {
  const { idle } = calm();
  expect(idle).toContain('microphone.inUse');
  expect(idle).toContain('disk.read.rate');
  for (const metric of index.required) expect(idle).not.toContain(metric);
  for (const metric of ['self.cpu', 'self.memory', 'cpu.load', 'camera.inUse', 'disk.busy'] as const)
    expect(idle).not.toContain(metric);
});

test('what IT accepted as not monitored is idle', () => {
  expect(calm().idle).not.toContain('fan.speed');
  expect(calm(false, ['fan.speed', 'self.cpu']).idle).toContain('fan.speed');
  expect(calm(false, ['fan.speed', 'self.cpu']).idle).not.toContain('self.cpu');
});

/** Plays ticks of 2 s as the sampler does; tells every event with the moment at which main got to know it. */
function play(ticks: readonly (readonly Reading[])[], calm: Patience) {
  const clock = new FakeClock();
  const heard: { at: number; event: StationEvent }[] = [];
  const judging = station();
  const gatherer = new Gatherer({
    clock,
    send: (batches) => {
      for (const { at, readings } of batches) {
        for (const one of readings) judging.ingest(one);
        for (const event of judging.commit(at)) heard.push({ at: clock.wall(), event });
      }
    },
  });
  gatherer.setTick(2_000);
  let patience = NO_PATIENCE;
  for (const readings of ticks) {
    gatherer.add(readings.map((one) => ({ ...one, at: clock.wall() })));
    const fitting = judging.isHolding ? NO_PATIENCE : calm;
    if (fitting !== patience) gatherer.setPatience(fitting);
    patience = fitting;
    clock.sleep(2_000);
  }
  gatherer.flush();
  return heard;
}

describe('patience', () => {
  const value = fc.constantFrom(20, 60, 82, 95);
  const tick = fc.record({
    load: value,
    memory: value,
    link: fc.constantFrom(0, 1),
    crash: fc.option(value),
  });
  const runs = fc.array(fc.tuple(tick, fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 8 });

  test('changes no event, and delays none that opens or raises an incident', () => {
    fc.assert(
      fc.property(runs, fc.boolean(), (spans, onAir) => {
        const ticks = spans.flatMap(([{ load, memory, link, crash }, times]) =>
          Array.from({ length: times }, () => [
            reading('cpu.temperature', load, 0),
            reading('memory.usage', memory, 0),
            reading('network.link', link, 0),
            ...(crash === null ? [] : [reading('system.crash', crash, 0)]),
          ]),
        );
        const patient = play(ticks, calm(onAir));
        const prompt = play(ticks, NO_PATIENCE);
        expect(patient.map(({ event }) => event)).toEqual(prompt.map(({ event }) => event));
        for (const [i, { at, event }] of patient.entries()) {
          const late = at - (prompt[i]?.at ?? 0);
          expect(late).toBeLessThanOrEqual(calm(onAir).ms);
          if (event.type === 'opened' || event.type === 'raised' || event.type === 'popup')
            expect(late).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
