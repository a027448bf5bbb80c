import { describe, expect, it } from 'vitest';
import { FLOOD_LIMIT, FLOOD_WINDOW_MS, FloodLimiter } from '../../../src/shared/health/flood.js';

describe('FloodLimiter', () => {
  it('shows up to the limit, then one notice, then nothing', () => {
    const limiter = new FloodLimiter();
    const decisions = Array.from({ length: FLOOD_LIMIT + 3 }, () => limiter.decide(1_000));
    expect(decisions.filter((one) => one === 'show')).toHaveLength(FLOOD_LIMIT);
    expect(decisions.slice(FLOOD_LIMIT)).toEqual(['notice', 'suppress', 'suppress']);
  });

  it('recovers when the window has passed, and after the clock was set back', () => {
    const limiter = new FloodLimiter();
    for (let i = 0; i <= FLOOD_LIMIT; i++) limiter.decide(10_000_000);
    expect(limiter.decide(10_000_000 + FLOOD_WINDOW_MS)).toBe('show');
    for (let i = 0; i <= FLOOD_LIMIT; i++) limiter.decide(20_000_000);
    expect(limiter.decide(5_000_000)).toBe('show');
  });
});
