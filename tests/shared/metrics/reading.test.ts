import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_IDS, METRICS } from '../../../src/shared/metrics/dictionary.js';
import { MISSING_CODES, parseReading } from '../../../src/shared/metrics/reading.js';

const good = { at: 1_000, metric: 'cpu.temperature', value: 61.5, unit: '°C', source: 'trace' };

describe('parseReading', () => {
  it('takes a value, or a reason', () => {
    expect(parseReading(good)).toEqual(good);
    const missing = { ...good, value: null, missing: 'timed-out' };
    expect(parseReading(missing)).toEqual(missing);
  });

  it('gives a null without a reason one, so that nobody has to guess', () => {
    expect(parseReading({ ...good, value: null })).toMatchObject({ value: null, missing: 'failed' });
  });

  it.each([
    [{ ...good, metric: 'cpu.mood' }, /cpu\.mood/],
    [{ ...good, metric: 'toString' }, /toString/],
    [{ ...good, unit: 'K' }, /unit/],
    [{ ...good, value: '61' }, /value/],
    [{ ...good, value: Number.NaN }, /value/],
    [{ ...good, value: Infinity }, /value/],
    [{ ...good, value: undefined }, /value/],
    [{ ...good, at: '1' }, /at/],
    [{ ...good, at: -1 }, /at/],
    [{ ...good, missing: 'stale' }, /not both/],
    [{ ...good, value: null, missing: 'tired' }, /tired/],
    [{ ...good, instance: '' }, /instance/],
    [{ ...good, instance: 7 }, /instance/],
    [{ ...good, source: 'x'.repeat(201) }, /source/],
    [{ ...good, evidence: 1.5 }, /evidence/],
    [null, /object/],
    ['{}', /object/],
    [[], /metric/],
  ])('refuses %j', (input, message) => {
    expect(parseReading(input)).toEqual(expect.stringMatching(message));
  });

  it('never throws, and what it takes has a finite value or a reason', () => {
    const almost = fc.record({
      at: fc.oneof(fc.double(), fc.anything()),
      metric: fc.oneof(fc.constantFrom(...METRIC_IDS), fc.string()),
      value: fc.oneof(fc.double(), fc.constant(null), fc.anything()),
      unit: fc.constantFrom(...Object.values(METRICS).map((spec) => spec.unit)),
      source: fc.string(),
      missing: fc.constantFrom(undefined, ...MISSING_CODES, 'nonsense'),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), almost), (input) => {
        const parsed = parseReading(input);
        if (typeof parsed === 'string') return;
        expect(Number.isFinite(parsed.value) !== (parsed.missing !== undefined)).toBe(true);
      }),
    );
  });
});
