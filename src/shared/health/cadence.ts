/** Periods after which a silent series is stale (the procedure's rule for holds and required readings). */
export const STALE_PERIODS = 3;

/** Longest first interval that is believed when nothing is known of a series' rhythm, ms. */
const FIRST_INTERVAL_MS = 120_000;

const REMEMBERED = 5;

/**
 * Learns how often something happens from when it happened: the live sampler keeps its nominal period,
 * a trace may have any. The median of the last intervals ignores the one gap of a suspend.
 */
export class Cadence {
  private readonly intervals: number[] = [];
  private next = 0;

  /** @param nominalMs the period when all is well */
  constructor(private readonly nominalMs: number) {}

  /** The expected period, ms; never below the nominal one. */
  get periodMs(): number {
    if (this.intervals.length === 0) return this.nominalMs;
    const sorted = [...this.intervals].sort((a, b) => a - b);
    return Math.max(this.nominalMs, sorted[Math.floor((sorted.length - 1) / 2)] ?? 0);
  }

  /** Whether this many ms without news means that some are missing. */
  isGap(interval: number): boolean {
    if (interval <= this.nominalMs * STALE_PERIODS) return false;
    if (this.intervals.length === 0) return interval > FIRST_INTERVAL_MS;
    return interval > this.periodMs * STALE_PERIODS;
  }

  /** Notes one interval, ms; gaps too, so that a new rhythm is learnt after a few of them. */
  note(interval: number): void {
    this.intervals[this.next] = interval;
    this.next = (this.next + 1) % REMEMBERED;
  }
}
