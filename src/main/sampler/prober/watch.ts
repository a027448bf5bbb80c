import type { AdviceCode } from '../../../shared/metrics/advice.js';
import type { Sample } from '../collector.js';
import { Beat } from './beat.js';
import { findMethods, type ProbedHost } from './methods.js';
import { type ProbePace, Prober } from './prober.js';
import { MIN_PROBES, type ProbeSummary } from './window.js';

/** What the prober tells of a target. */
export const METRICS = ['network.loss', 'network.latency', 'network.jitter'] as const;

/** Most probes of one beat: a slow tick must not make a burst of a minute's probes (ours). */
const MOST_TOGETHER = 5;

/** Probes after which it is known whether a target answers them all (ours). */
const PROVING_PROBES = 30;
/** Loss from which on a target that was never better is one that answers only some, % (the procedure's fault). */
const PROVEN_BELOW = 3;

/** Whether a target answers probes, and does not only answer now and then, as routers do that have more to do. */
export const isProven = ({ sent, loss }: ProbeSummary): boolean =>
  sent >= PROVING_PROBES && loss < PROVEN_BELOW;

/** How targets are probed. */
export interface WatchOptions {
  readonly platform: NodeJS.Platform;
  readonly probing: 'background' | 'burst';
  readonly pace: ProbePace;
}

/** One target of a role, gateway or ingest: keeps its prober, and replaces it when the target changes. */
export class TargetWatch {
  readonly #options: WatchOptions;
  readonly #beat = new Beat();
  /** Targets that have answered: their silence is loss from the first probe on. */
  readonly #answered = new Set<string>();
  /** Targets that have been seen to answer well: their loss is the network's. */
  readonly #proven = new Set<string>();
  #current: { readonly key: string; readonly prober: Prober } | null = null;
  #beatAt = Number.NEGATIVE_INFINITY;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /**
   * Probes a target and tells what is known of it; in bursts once the burst is over.
   * @param key changes when the target, or the way to it, is another one
   * @param now monotonic clock, ms
   */
  look(key: string, host: ProbedHost, now: number): Sample[] | Promise<Sample[]> {
    const prober = this.#point(key, host);
    const conclude = (): Sample[] => {
      if (prober.answered) this.#answered.add(key);
      if (host.isOptional && !this.#proven.has(key) && isProven(prober.summary())) this.#proven.add(key);
      return report(host, prober);
    };
    if (this.#options.probing === 'burst') return prober.burst().then(conclude);
    this.#giveBeat(now);
    return conclude();
  }

  /** Whether an optional target of this key has been seen to answer well. */
  hasProven(key: string): boolean {
    return this.#proven.has(key);
  }

  /** Forgets the probes so far (after suspend). */
  reset(): void {
    this.#current?.prober.reset();
  }

  stop(): void {
    this.#current?.prober.stop();
    this.#current = null;
  }

  #point(key: string, host: ProbedHost): Prober {
    if (this.#current?.key === key) return this.#current.prober;
    this.#current?.prober.stop();
    const { platform, probing, pace } = this.#options;
    const isBurst = probing === 'burst';
    const prober = new Prober({
      findMethods: () => findMethods(host, platform, isBurst ? pace.burstIntervalMs : pace.intervalMs),
      isOptional: host.isOptional,
      answeredBefore: this.#answered.has(key),
      pace,
      ...(isBurst ? { windowMs: Number.POSITIVE_INFINITY } : { beat: this.#beat }),
    });
    this.#current = { key, prober };
    if (!isBurst) void prober.watch();
    return prober;
  }

  #giveBeat(now: number): void {
    const due = Math.round((now - this.#beatAt) / this.#options.pace.intervalMs);
    if (due < 1) return;
    this.#beatAt = now;
    this.#beat.give(Math.min(due, MOST_TOGETHER));
  }
}

function report(host: ProbedHost, prober: Prober): Sample[] {
  const source = prober.methodName ?? `probe ${host.host}`;
  if (!prober.answered) {
    // Never heard of: this says nothing about the network, only that the target is not one.
    return prober.triedAll
      ? missing(host.instance, source, 'failed', 'target-never-answered')
      : missing(host.instance, source, 'warming-up');
  }
  const summary = prober.summary();
  if (summary.sent < MIN_PROBES) return missing(host.instance, source, 'warming-up');
  return values(host.instance, source, summary);
}

function values(instance: string, source: string, { loss, lost, latency, jitter }: ProbeSummary): Sample[] {
  const head = { instance, source };
  return [
    { ...head, metric: 'network.loss', value: loss, evidence: lost },
    latency === null
      ? { ...head, metric: 'network.latency', missing: 'timed-out' }
      : { ...head, metric: 'network.latency', value: latency },
    jitter === null
      ? { ...head, metric: 'network.jitter', missing: 'timed-out' }
      : { ...head, metric: 'network.jitter', value: jitter },
  ];
}

/** Says of all metrics of a target why they are not there. */
export function missing(
  instance: ProbedHost['instance'],
  source: string,
  reason: 'not-present' | 'failed' | 'timed-out' | 'warming-up',
  advice?: AdviceCode,
): Sample[] {
  const tail = { instance, source, missing: reason, ...(advice === undefined ? {} : { advice }) };
  return METRICS.map((metric) => ({ metric, ...tail }));
}
