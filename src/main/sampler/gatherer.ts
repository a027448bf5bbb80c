import type { MetricId } from '../../shared/metrics/dictionary.js';
import { type Reading, seriesKey } from '../../shared/metrics/reading.js';
import { BATCHES_LIMIT, type GatheredBatch } from '../../shared/sampler/gathered.js';
import type { UrgentMetric } from '../../shared/sampler/protocol.js';
import type { Clock } from './clock.js';

/** What a gatherer works with. */
export interface GathererOptions {
  readonly clock: Clock;
  /** Takes the batches that are due, oldest first. */
  readonly send: (batches: readonly GatheredBatch[]) => void;
}

/**
 * Holds batches of readings back while the other side is patient, and sends them together: every message wakes
 * another process, which costs more than all that it then does with the readings.
 */
export class Gatherer {
  readonly #options: GathererOptions;
  #held: GatheredBatch[] = [];
  /** Monotonic time of the oldest batch that is held. */
  #since = 0;
  #patienceMs = 0;
  #urgent: ReadonlyMap<MetricId, UrgentMetric> = new Map();
  /** Last value of every series of an urgent metric. */
  readonly #last = new Map<string, number | null>();
  #tickMs = 0;

  constructor(options: GathererOptions) {
    this.#options = options;
  }

  /** Sets how long a batch may wait, ms, and which values may not; sends what is held. */
  setPatience({ ms, urgent }: { readonly ms: number; readonly urgent: readonly UrgentMetric[] }): void {
    this.#patienceMs = ms;
    this.#urgent = new Map(urgent.map((one) => [one.metric, one]));
    this.#last.clear();
    this.flush();
  }

  /** Sets when to expect the next batch, ms after the one before. */
  setTick(ms: number): void {
    this.#tickMs = ms;
    this.flush();
  }

  /** Takes a batch; it leaves at once when the next one would come too late for the oldest that is held. */
  add(readings: readonly Reading[]): void {
    const { clock } = this.#options;
    const now = clock.monotonic();
    if (this.#held.length === 0) this.#since = now;
    this.#held.push({ at: clock.wall(), readings });
    const isUrgent = this.#haveUrgent(readings);
    const isLate = now + this.#tickMs - this.#since > this.#patienceMs;
    if (isUrgent || isLate || this.#held.length === BATCHES_LIMIT) this.flush();
  }

  #haveUrgent(readings: readonly Reading[]): boolean {
    let found = false;
    for (const { metric, instance, value } of readings) {
      const band = this.#urgent.get(metric);
      if (band === undefined) continue;
      const key = seriesKey(metric, instance);
      const last = this.#last.get(key);
      this.#last.set(key, value);
      // Since patience was asked for the value may have changed, so that the first one does not wait either.
      if (last !== value && !isDull(value, band)) found = true;
    }
    return found;
  }

  /** Sends what is held. */
  flush(): void {
    if (this.#held.length === 0) return;
    const batches = this.#held;
    this.#held = [];
    this.#options.send(batches);
  }
}

/** Whether a value can't be judged as anything but good. */
function isDull(value: number | null, { low, high }: UrgentMetric): boolean {
  if (value === null || (low === undefined && high === undefined)) return false;
  return value > (low ?? Number.NEGATIVE_INFINITY) && value < (high ?? Number.POSITIVE_INFINITY);
}
