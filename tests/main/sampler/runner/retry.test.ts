import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BACK_OFF_CAP_MS,
  planRetry,
  QUARANTINE_AFTER,
  QUARANTINE_RETRY_MS,
} from '../../../../src/main/sampler/runner/retry.js';

describe('planRetry', () => {
  it('doubles from the second failure on, up to the cap, then quarantines', () => {
    expect(planRetry(1, 2_000)).toEqual({ state: 'idle', delayMs: 2_000 });
    expect(planRetry(2, 2_000)).toEqual({ state: 'backing-off', delayMs: 4_000 });
    expect(planRetry(QUARANTINE_AFTER - 1, 2_000).delayMs).toBe(BACK_OFF_CAP_MS);
    expect(planRetry(QUARANTINE_AFTER, 2_000)).toEqual({
      state: 'quarantined',
      delayMs: QUARANTINE_RETRY_MS,
    });
  });

  it('never waits less than a period, nor less after more failures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1_000, max: 3_600_000 }),
        (n, period) => {
          const { delayMs } = planRetry(n, period);
          expect(delayMs).toBeGreaterThanOrEqual(period);
          expect(planRetry(n + 1, period).delayMs).toBeGreaterThanOrEqual(delayMs);
        },
      ),
    );
  });
});
