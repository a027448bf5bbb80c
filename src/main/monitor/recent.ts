import { RECENT_MS, type RecentSeries } from '../../shared/ipc/contract.js';
import type { MetricId } from '../../shared/metrics/dictionary.js';
import { seriesKey } from '../../shared/metrics/reading.js';

/** Values kept of one series: one a second for the whole time. A trace may bring more; then the oldest go. */
const CAPACITY = RECENT_MS / 1_000;

/** A ring of times and values; NaN stands for a missing value. */
class Ring {
  private readonly at = new Float64Array(CAPACITY);
  private readonly values = new Float64Array(CAPACITY);
  private next = 0;
  private count = 0;
  /** Values that {@link drain} has not taken yet. */
  private fresh = 0;
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly metric: MetricId,
    private readonly instance: string | undefined,
  ) {}

  push(at: number, value: number | null): void {
    if (at === this.last) return;
    // A clock that was set back: what is newer than now can't be drawn before it.
    if (at < this.last) this.count = 0;
    this.last = at;
    this.at[this.next] = at;
    this.values[this.next] = value ?? Number.NaN;
    this.next = (this.next + 1) % CAPACITY;
    this.count = Math.min(this.count + 1, CAPACITY);
    this.fresh = Math.min(this.fresh + 1, CAPACITY);
  }

  isOlderThan(time: number): boolean {
    return this.last < time;
  }

  since(from: number): RecentSeries {
    return this.newest(this.count, from);
  }

  /** The values since the last call, in the order in which they came. */
  drain(): RecentSeries {
    const { fresh } = this;
    this.fresh = 0;
    return this.newest(fresh, Number.NEGATIVE_INFINITY);
  }

  private newest(count: number, from: number): RecentSeries {
    const at: number[] = [];
    const values: (number | null)[] = [];
    for (let i = CAPACITY + this.next - count; i < CAPACITY + this.next; i += 1) {
      const time = this.at[i % CAPACITY] ?? 0;
      const value = this.values[i % CAPACITY] ?? Number.NaN;
      if (time < from) continue;
      at.push(time);
      values.push(Number.isNaN(value) ? null : value);
    }
    return {
      metric: this.metric,
      ...(this.instance !== undefined && { instance: this.instance }),
      at,
      values,
    };
  }
}

/** The last minutes of every series, so that a window that opens shows them and not an empty line. */
export class Recent {
  private readonly rings = new Map<string, Ring>();

  /** Keeps one judged value. @param at time of the reading, ms since 1970; @param value null: it was missing */
  note(metric: MetricId, instance: string | undefined, at: number, value: number | null): void {
    const key = seriesKey(metric, instance);
    let ring = this.rings.get(key);
    if (!ring) {
      // A new one is rare, and the time to let go of those of devices that are gone.
      for (const [old, one] of this.rings) if (one.isOlderThan(at - RECENT_MS)) this.rings.delete(old);
      ring = new Ring(metric, instance);
      this.rings.set(key, ring);
    }
    ring.push(at, value);
  }

  /** What came since the last call, for the history; a series of which nothing came is left out. */
  drain(): RecentSeries[] {
    return [...this.rings.values()].map((ring) => ring.drain()).filter(({ at }) => at.length > 0);
  }

  /** All series with a value within the last {@link RECENT_MS} before `now`. */
  series(now: number): RecentSeries[] {
    return [...this.rings.values()]
      .map((ring) => ring.since(now - RECENT_MS))
      .filter(({ values }) => values.some((value) => value !== null));
  }
}
