import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { BATCHES_LIMIT, pack, READINGS_LIMIT, unpack } from '../../../src/shared/sampler/gathered.js';
import { reading } from '../../support/profile.js';

const text = fc.constantFrom('a', 'b');
const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    metric: fc.constantFrom('cpu.load', 'disk.busy', 'network.loss'),
    value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    at: fc.nat(),
    instance: fc.option(text, { nil: undefined }),
    note: fc.option(text, { nil: undefined }),
    evidence: fc.option(fc.nat(3), { nil: undefined }),
  })
  .map(({ metric, value, at, ...more }) => {
    const given = Object.entries(more).filter(([, one]) => one !== undefined);
    return reading(metric as Reading['metric'], value, at, Object.fromEntries(given));
  });
const batches = fc.array(fc.record({ at: fc.nat(), readings: fc.array(anyReading, { maxLength: 12 }) }), {
  maxLength: 6,
});

describe('gathered batches', () => {
  it('come out as they went in, also by way of JSON', () => {
    fc.assert(
      fc.property(batches, (given) => {
        // JSON knows no negative zero.
        const plain = JSON.parse(JSON.stringify(given)) as typeof given;
        expect(unpack(pack(given))).toEqual(given);
        expect(unpack(JSON.parse(JSON.stringify(pack(given))) as never)).toEqual(plain);
      }),
    );
  });

  it('say once what a series has in common', () => {
    const ticks = [1, 2, 3].map((at) => ({
      at,
      readings: [reading('cpu.load', at, at), reading('disk.busy', 0, at)],
    }));
    expect(pack(ticks).series).toHaveLength(2);
  });

  it('are refused whole when anything in them is wrong', () => {
    const series = [reading('cpu.load', 3, 1), reading('disk.busy', null, 1)];
    const good = [0, 1, 3, 1, 1, null];
    expect(unpack({ series, batches: [{ at: 1, rows: good }] })?.[0]?.readings).toHaveLength(2);
    for (const rows of [
      [0, 1],
      [2, 1, 3],
      [0, -1, 3],
      [0, 1, null],
      [1, 1, 3],
      [0, 1, 'x'],
      [0, 1, Infinity],
      ['0', 1, 3],
      {},
    ])
      expect(unpack({ series, batches: [{ at: 1, rows }] }), JSON.stringify(rows)).toBeNull();
    expect(unpack({ series, batches: [{ at: Number.NaN, rows: good }] })).toBeNull();
    expect(unpack({ series: [{}], batches: [] })).toBeNull();
    const many = (count: number, one: unknown): unknown[] => Array.from({ length: count }, () => one);
    expect(unpack({ series, batches: many(BATCHES_LIMIT + 1, { at: 1, rows: [] }) })).toBeNull();
    const long = many((READINGS_LIMIT + 1) * 3, 0);
    expect(unpack({ series, batches: [{ at: 1, rows: long }] })).toBeNull();
  });

  it('never throw on garbage', () => {
    const pieces = fc.record({ series: fc.anything(), batches: fc.anything() });
    const rows = fc.array(fc.record({ at: fc.anything(), rows: fc.array(fc.anything()) }));
    fc.assert(fc.property(pieces, (input) => void unpack(input)));
    fc.assert(
      fc.property(rows, (list) => void unpack({ series: [reading('cpu.load', 3, 1)], batches: list })),
    );
  });
});
