import type { AdviceCode } from '../../shared/metrics/advice.js';
import type { MetricId, Tier } from '../../shared/metrics/dictionary.js';
import type { MissingCode } from '../../shared/metrics/reading.js';

/** One result of a collector; the runner adds unit and time and makes it a Reading. */
export type Sample = {
  readonly metric: MetricId;
  readonly instance?: string;
  /** Where it comes from, for people. */
  readonly source: string;
  readonly note?: string;
} & (
  | { readonly value: number; readonly evidence?: number; readonly missing?: never; readonly advice?: never }
  | { readonly value?: never; readonly missing: MissingCode; readonly advice?: AdviceCode }
);

/** What a collector is given for one run. */
export interface ReadContext {
  /** Aborted at the collector's time-out and when the sampler stops: give up then. */
  readonly signal: AbortSignal;
  /** Wall clock of this run, ms since 1970. */
  readonly at: number;
  /** Monotonic clock of this run, ms: rates and ages are computed from this one. */
  readonly monotonic: number;
  /** Keeps what the source said, word for word, for Diagnostics: the last run's, shortened to {@link RAW_LIMIT}. */
  raw(text: string): void;
}

/** Longest raw output that is kept of one run, characters (ours). */
export const RAW_LIMIT = 16_000;

/**
 * A source of readings. It may throw or hang: the runner turns that into `failed` and `timed-out`
 * readings of all its metrics. It never runs twice at the same time.
 */
export interface Collector {
  /** Short stable name, `linux.cpu-temperature`. */
  readonly id: string;
  /** Every metric it is responsible for; the ones that a run leaves out are reported `not-present`. */
  readonly metrics: readonly MetricId[];
  readonly tier: Tier;
  /** Costs the machine so much that it waits while the station is on air or saves its battery. */
  readonly heavy?: boolean;
  /** Longest run, ms. */
  readonly timeoutMs: number;
  read(context: ReadContext): readonly Sample[] | Promise<readonly Sample[]>;
  /** Forgets rate baselines (after suspend or a clock change). */
  reset?(): void;
  /** Ends what it keeps open (sockets, helper processes). */
  dispose?(): void;
}
