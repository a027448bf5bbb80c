/** What counters have gained since the last look. */
export interface Gain {
  readonly elapsedMs: number;
  /** One gain per counter, in the order in which they were given. */
  readonly gains: readonly number[];
}

/**
 * Turns ever-growing counters into gains, one set of counters per key. The first look, and one after which
 * a counter is smaller (device replaced, driver reloaded, counter wrapped), only set the baseline.
 */
export class CounterBook {
  #last = new Map<string, { readonly at: number; readonly counters: readonly number[] }>();

  /** Gains since the last look at this key; null when there is nothing to compare with. */
  gain(key: string, at: number, counters: readonly number[]): Gain | null {
    const last = this.#last.get(key);
    this.#last.set(key, { at, counters });
    if (last === undefined || at <= last.at || counters.length !== last.counters.length) return null;
    const gains = counters.map((counter, index) => counter - (last.counters[index] ?? 0));
    return gains.every((gain) => gain >= 0) ? { elapsedMs: at - last.at, gains } : null;
  }

  /** Forgets every key that is not among these. */
  keepOnly(keys: readonly string[]): void {
    const kept = new Set(keys);
    for (const key of this.#last.keys()) if (!kept.has(key)) this.#last.delete(key);
  }

  reset(): void {
    this.#last.clear();
  }
}
