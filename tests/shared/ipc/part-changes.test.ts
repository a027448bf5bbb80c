import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricState, PartState } from '../../../src/shared/health/state.js';
import { applyChanges, findChanges } from '../../../src/shared/ipc/part-changes.js';

const metric = (more: Partial<MetricState> = {}): MetricState => ({
  metric: 'cpu.load',
  value: 40,
  unit: '%',
  judgement: 'ok',
  source: 'test',
  at: 1_000,
  since: 0,
  required: false,
  ...more,
});
const computer = (...metrics: MetricState[]): PartState => ({
  part: 'computer',
  clause: 'R1.a',
  judgement: 'ok',
  since: 0,
  metrics,
});
const told = (parts: readonly PartState[]) => new Map(parts.map((part) => [part.part, part]));
const changes = (before: PartState, after: PartState) => findChanges(told([before]), [after]);

const states = fc.array(
  fc.record(
    {
      metric: fc.constantFrom<MetricState['metric']>('cpu.load', 'cpu.temperature', 'fan.speed'),
      instance: fc.constantFrom('a', 'b'),
      value: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      judgement: fc.constantFrom<MetricState['judgement']>('ok', 'unknown', 'fault'),
      missing: fc.constantFrom<NonNullable<MetricState['missing']>>('failed', 'stale'),
      note: fc.constantFrom('x', 'y'),
      limit: fc.record({
        when: fc.constant('>=' as const),
        value: fc.integer({ min: 0, max: 2 }),
        of: fc.constant('value' as const),
      }),
      at: fc.integer({ min: 0, max: 2 }),
    },
    { requiredKeys: ['metric', 'value', 'judgement', 'at'] },
  ),
  { maxLength: 3 },
);
const cards = fc
  .tuple(states, states, fc.integer({ min: 0, max: 1 }))
  .map(([some, others, since]): PartState[] => [
    { ...computer(...some.map((one) => metric(one))), since },
    { ...computer(...others.map((one) => metric(one))), part: 'memory', clause: 'R1.c' },
  ]);

describe('changes of cards', () => {
  it('make of the cards before exactly those after, through a copy as a message makes one', () => {
    fc.assert(
      fc.property(cards, cards, (before, after) => {
        const found = structuredClone(findChanges(told(before), after));
        expect(applyChanges(before, found)).toEqual(after);
      }),
    );
  });

  it('are the readings alone where nothing else changed, and none where nothing did', () => {
    const before = computer(metric(), metric({ metric: 'cpu.temperature', value: 60 }));
    const after = computer(
      metric({ at: 3_000, value: 41 }),
      metric({ metric: 'cpu.temperature', value: 60 }),
    );
    expect(changes(before, after)).toEqual({
      parts: [],
      newer: [{ part: 'computer', at: [3_000, 1_000], values: [41, 60] }],
    });
    expect(changes(before, structuredClone(before))).toEqual({ parts: [], newer: [] });
  });

  it('are the whole card where it says something else', () => {
    const before = computer(metric());
    for (const after of [
      computer(metric({ judgement: 'fault' })),
      computer(metric({ note: 'x' })),
      computer(metric({ range: { high: 80 } })),
      computer(metric(), metric({ instance: 'b' })),
      { ...before, since: 5 },
    ])
      expect(changes(before, after)).toEqual({ parts: [after], newer: [] });
  });

  it('leave what did not change as it was', () => {
    const before = [computer(metric(), metric({ instance: 'b' }))];
    const [card] = applyChanges(before, {
      parts: [],
      newer: [{ part: 'computer', at: [3_000, 1_000], values: [41, 40] }],
    });
    expect(card?.metrics[0]?.value).toBe(41);
    expect(card?.metrics[1]).toBe(before[0]?.metrics[1]);
    expect(applyChanges(before, { parts: [], newer: [] })).toBe(before);
  });
});
