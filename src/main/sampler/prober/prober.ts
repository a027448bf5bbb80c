import { performance } from 'node:perf_hooks';
import type { Beat } from './beat.js';
import { type ProbeMethod, type ProbeRun, sleep } from './method.js';
import { type Outcome, type ProbeSummary, ProbeWindow } from './window.js';

/** Pace of a prober. */
export interface ProbePace {
  /** Steady probing, ms between two probes. */
  readonly intervalMs: number;
  /** First probes of each method, to find one that is answered; they count already. */
  readonly tryCount: number;
  readonly tryIntervalMs: number;
  /** Bursts, ms between two probes. */
  readonly burstIntervalMs: number;
  /** After a sleep or a new route, silence up to the first answer is the network coming up, this long, ms. */
  readonly settleMs: number;
}

/**
 * One probe a second; at the start ten quick ones, so that the first judgement need not wait ten seconds.
 * Bursts at the distance that the contract of the command line names.
 */
export const DEFAULT_PACE: ProbePace = {
  intervalMs: 1_000,
  tryCount: 10,
  tryIntervalMs: 50,
  burstIntervalMs: 20,
  // A radio that joins its network again, with an address from its router, takes 5 to 10 s.
  settleMs: 15_000,
};

/** Probes of one burst (contract of the command line). */
export const BURST_COUNT = 100;

/** Lost probes in a row after which the other methods are tried again: the router may be another one. */
const TRY_OTHERS_AFTER = 30;

/** Wait before a target that answers nothing is tried again, or a method that broke down, ms. */
const RETRY_MS = 15_000;

/** The wait for a stranger doubles up to this, ms: it may be a router that never answers anybody. */
const LONGEST_RETRY_MS = 120_000;

/** The same for one that nobody waits for: starting a program for every try is dear. */
const OPTIONAL_RETRY_MS = 120_000;
const LONGEST_OPTIONAL_RETRY_MS = 600_000;

/** Probes of each method for a stranger that was silent before: a minute's worth of probing in vain is dear. */
const RETRY_COUNT = 2;

/** What makes a prober. */
export interface ProberOptions {
  /** Looks up the target and offers the ways to ask it, best first. Called again whenever all are silent. */
  readonly findMethods: () => Promise<readonly ProbeMethod[]>;
  /** Nobody waits for this target: it is tried again more rarely. */
  readonly isOptional?: boolean | undefined;
  /** Whether the target is known to answer, so that silence is loss from the first probe on. */
  readonly answeredBefore: boolean;
  readonly pace?: ProbePace;
  /** What steady probing follows; default: an interval of its own. */
  readonly beat?: Beat | undefined;
  /** How far back the summary looks, ms. */
  readonly windowMs?: number;
}

/** Watches one target: finds a method that is answered, then probes steadily. */
export class Prober {
  readonly #options: ProberOptions;
  readonly #pace: ProbePace;
  readonly #window: ProbeWindow;
  readonly #stop = new AbortController();
  #method: ProbeMethod | null = null;
  #answered: boolean;
  #triedAll = false;
  #lostInRow = 0;
  /** Monotonic time up to which a loss before the first answer does not count. */
  #settledAt: number;

  constructor(options: ProberOptions) {
    this.#options = options;
    this.#pace = options.pace ?? DEFAULT_PACE;
    this.#window = new ProbeWindow(options.windowMs);
    this.#answered = options.answeredBefore;
    this.#settledAt = performance.now() + this.#pace.settleMs;
  }

  /** Whether the target has ever answered; before that, silence means that it is no target. */
  get answered(): boolean {
    return this.#answered;
  }

  /** Whether every method has been tried at least once. */
  get triedAll(): boolean {
    return this.#triedAll;
  }

  /** The method in use, for people. */
  get methodName(): string | null {
    return this.#method?.name ?? null;
  }

  summary(): ProbeSummary {
    return this.#window.summary(performance.now());
  }

  /** Forgets the probes so far (after suspend). */
  reset(): void {
    this.#window.clear();
    this.#settledAt = performance.now() + this.#pace.settleMs;
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Probes in the background until stopped. */
  async watch(): Promise<void> {
    const { signal } = this.#stop;
    let retryMs = this.#options.isOptional ? OPTIONAL_RETRY_MS : RETRY_MS;
    const longestMs = this.#options.isOptional ? LONGEST_OPTIONAL_RETRY_MS : LONGEST_RETRY_MS;
    while (!signal.aborted) {
      if (this.#method === null || this.#lostInRow >= TRY_OTHERS_AFTER) await this.#tryAll();
      if (this.#method === null) {
        await this.#silence(retryMs);
        retryMs = Math.min(2 * retryMs, longestMs);
      } else await this.#follow(this.#method);
    }
  }

  /** Sends one burst and waits for its outcomes; the quick first probes do not count. */
  async burst(): Promise<void> {
    if (this.#method === null) {
      await this.#tryAll();
      this.#window.clear();
    }
    if (this.#method === null) return;
    let known = 0;
    await this.#method.run({
      count: BURST_COUNT,
      intervalMs: this.#pace.burstIntervalMs,
      signal: this.#stop.signal,
      onOutcome: (outcome) => {
        known += 1;
        this.#add(outcome);
      },
    });
    // It has answered, so a way that broke down in the middle is silence, not ignorance.
    for (; known < BURST_COUNT; known += 1) this.#add(null);
  }

  /** Tries all methods at once and keeps the first, in order of preference, that is answered. */
  async #tryAll(): Promise<void> {
    const methods = await this.#options.findMethods().catch(() => []);
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, this.#stop.signal]);
    const count = this.#triedAll && !this.#answered ? RETRY_COUNT : this.#pace.tryCount;
    const trials = methods.map((method) => this.#try(method, count, signal));
    for (const trial of trials) {
      const { method, outcomes } = await trial;
      if (!outcomes.some((outcome) => outcome !== null)) continue;
      done.abort();
      this.#method = method;
      this.#lostInRow = 0;
      for (const outcome of outcomes) this.#add(outcome);
      break;
    }
    this.#triedAll = true;
  }

  async #try(
    method: ProbeMethod,
    count: number,
    signal: AbortSignal,
  ): Promise<{ method: ProbeMethod; outcomes: Outcome[] }> {
    const outcomes: Outcome[] = [];
    const { tryIntervalMs: intervalMs } = this.#pace;
    await method.run({ count, intervalMs, signal, onOutcome: (outcome) => outcomes.push(outcome) });
    return { method, outcomes };
  }

  async #follow(method: ProbeMethod): Promise<void> {
    const give = new AbortController();
    const run: ProbeRun = {
      count: Number.POSITIVE_INFINITY,
      intervalMs: this.#pace.intervalMs,
      beat: this.#options.beat,
      signal: AbortSignal.any([give.signal, this.#stop.signal]),
      onOutcome: (outcome) => {
        this.#add(outcome);
        if (this.#lostInRow % TRY_OTHERS_AFTER === 0 && outcome === null) give.abort();
      },
    };
    const started = performance.now();
    await method.run(run);
    // A helper program that ends at once could not send: nothing reaches the target until it can.
    const lasted = performance.now() - started;
    if (!run.signal.aborted && lasted < RETRY_MS) await this.#silence(RETRY_MS - lasted);
  }

  /** Lets time pass in which nothing can be sent; for a target that used to answer, this is loss. */
  async #silence(ms: number): Promise<void> {
    if (!this.#answered) return sleep(ms, this.#stop.signal);
    const end = performance.now() + ms;
    while (performance.now() < end && !this.#stop.signal.aborted) {
      await sleep(this.#pace.intervalMs, this.#stop.signal);
      this.#add(null);
    }
  }

  #add(outcome: Outcome): void {
    if (this.#stop.signal.aborted) return;
    const now = performance.now();
    if (outcome !== null) {
      this.#answered = true;
      this.#settledAt = now;
    } else if (now < this.#settledAt) return;
    this.#lostInRow = outcome === null ? this.#lostInRow + 1 : 0;
    this.#window.add(now, outcome);
  }
}
