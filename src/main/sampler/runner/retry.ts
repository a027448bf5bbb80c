/** Failures in a row from which a collector is quarantined: by then it is broken, not unlucky (ours). */
export const QUARANTINE_AFTER = 8;

/** Time between two tries of a quarantined collector, ms (ours: rare enough to cost nothing). */
export const QUARANTINE_RETRY_MS = 600_000;

/** Longest back-off before quarantine, ms (ours: a repaired device is seen again within a minute). */
export const BACK_OFF_CAP_MS = 60_000;

/** What a collector may do after a number of failures in a row. */
export interface RetryPlan {
  readonly state: 'idle' | 'backing-off' | 'quarantined';
  /** Time from the start of the failed run to the next try, ms. */
  readonly delayMs: number;
}

/**
 * Plans the next try: the first failure costs nothing, each further one doubles the wait up to the cap,
 * and from {@link QUARANTINE_AFTER} on the collector is only tried at long intervals.
 */
export function planRetry(failuresInRow: number, periodMs: number): RetryPlan {
  if (failuresInRow <= 1) return { state: 'idle', delayMs: periodMs };
  if (failuresInRow >= QUARANTINE_AFTER)
    return { state: 'quarantined', delayMs: Math.max(QUARANTINE_RETRY_MS, periodMs) };
  const delayMs = Math.min(periodMs * 2 ** (failuresInRow - 1), Math.max(BACK_OFF_CAP_MS, periodMs));
  return { state: 'backing-off', delayMs };
}
