import { describe, expect, it } from 'vitest';
import { Cadence } from '../../../src/shared/health/cadence.js';

describe('Cadence', () => {
  it('three nominal periods without news are a gap once the rhythm is known', () => {
    const cadence = new Cadence(2_000);
    cadence.note(2_000);
    expect(cadence.isGap(6_000)).toBe(false);
    expect(cadence.isGap(6_001)).toBe(true);
  });

  it('believes a slow first interval, up to two minutes', () => {
    expect(new Cadence(2_000).isGap(60_000)).toBe(false);
    expect(new Cadence(2_000).isGap(120_001)).toBe(true);
  });

  it('one suspend does not change the rhythm, a new rhythm is learnt after a few intervals', () => {
    const cadence = new Cadence(2_000);
    for (const interval of [2_000, 2_000, 2_000, 28_800_000, 2_000]) cadence.note(interval);
    expect(cadence.periodMs).toBe(2_000);
    for (const interval of [10_000, 10_000, 10_000]) cadence.note(interval);
    expect(cadence.periodMs).toBe(10_000);
    expect(cadence.isGap(30_000)).toBe(false);
  });

  it('is never faster than nominal', () => {
    const cadence = new Cadence(2_000);
    for (let i = 0; i < 5; i++) cadence.note(100);
    expect(cadence.periodMs).toBe(2_000);
  });
});
