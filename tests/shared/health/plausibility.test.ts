import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GateMemory, gate } from '../../../src/shared/health/plausibility.js';
import { METRIC_IDS, METRICS } from '../../../src/shared/metrics/dictionary.js';
import { reading } from '../../support/profile.js';

const one = (value: number, memory?: GateMemory, fresh = false) =>
  gate(reading('cpu.temperature', value, 10_000), memory, null, fresh).plausible;

describe('gate', () => {
  it.each([
    [0, false],
    [-40, false],
    [0.5, true],
    [150, true],
    [150.1, false],
  ])('CPU at %d °C: %s', (value, plausible) => {
    expect(one(value)).toBe(plausible);
  });

  it('does not believe a jump of more than 80 °C between neighbours, but does after a gap', () => {
    const memory: GateMemory = { last: 40, since: 0, loadMin: Infinity, loadMax: -Infinity };
    expect(one(120, memory)).toBe(true);
    expect(one(120.5, memory)).toBe(false);
    expect(one(120.5, memory, true)).toBe(true);
  });

  it('a constant value is believed while the load stands still too', () => {
    let memory: GateMemory | undefined;
    let last = true;
    for (let s = 0; s <= 7200; s += 60)
      ({ memory, plausible: last } = gate(reading('cpu.temperature', 55, s * 1000), memory, 20, false));
    expect(last).toBe(true);
    expect(gate(reading('cpu.temperature', 55, 7_260_000), memory, 51, false).plausible).toBe(false);
  });

  it('yes/no metrics are 0 or 1', () => {
    expect(gate(reading('power.ac', 0.5, 0), undefined, null, false).plausible).toBe(false);
  });

  it('only values within the physical bounds are ever believed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...METRIC_IDS), fc.double(), (metric, value) => {
        const { plausible } = gate(reading(metric, value, 0), undefined, null, true);
        const spec: { min?: number; max?: number } = METRICS[metric];
        if (plausible) {
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(spec.min ?? -Infinity);
          expect(value).toBeLessThanOrEqual(spec.max ?? Infinity);
        }
      }),
    );
  });
});
