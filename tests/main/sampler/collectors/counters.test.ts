import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CounterBook } from '../../../../src/main/sampler/collectors/counters.js';

it('never gives a negative gain, whatever the counters do', () => {
  const step = fc.record({ at: fc.integer(), counters: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const book = new CounterBook();
      for (const { at, counters } of steps) {
        const gain = book.gain('x', at, counters);
        if (gain === null) continue;
        expect(gain.elapsedMs).toBeGreaterThan(0);
        expect(Math.min(...gain.gains)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

it('starts anew for a key that was away', () => {
  const book = new CounterBook();
  book.gain('a', 0, [1]);
  book.keepOnly(['b']);
  expect(book.gain('a', 1_000, [5])).toBeNull();
  expect(book.gain('a', 2_000, [9])).toEqual({ elapsedMs: 1_000, gains: [4] });
});
