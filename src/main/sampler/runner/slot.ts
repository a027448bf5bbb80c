import { STALE_PERIODS } from '../../../shared/health/cadence.js';
import type { MetricId } from '../../../shared/metrics/dictionary.js';
import type { CollectorStats, RawOutput } from '../../../shared/sampler/protocol.js';
import type { Clock } from '../clock.js';
import type { Collector, Sample } from '../collector.js';
import { LazyAbort, RunContext } from './context.js';
import { sampleLines } from './raw.js';
import { keyOf, missingSample, type Series } from './readings.js';
import { planRetry } from './retry.js';

type Outcome =
  | { readonly kind: 'done'; readonly samples: readonly Sample[] }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'timed-out' };

const ERROR_TEXT_LIMIT = 500;

/** One collector with its run-time state: runs it, times it out, remembers how it has been doing. */
export class Slot {
  periodMs: number;
  /** Monotonic time at which its readings are next due. */
  dueAt = 0;

  readonly #collector: Collector;
  readonly #clock: Clock;
  /** True until the promise of the last run settles, even when that run was given up. */
  #hanging = false;
  #giveUp: (() => void) | null = null;
  #underWay: Promise<readonly Sample[]> | null = null;
  #retryAt = 0;
  #failuresInRow = 0;
  /** Every series of the last report, by key: said again on failure, taken back when it vanishes. */
  #series = new Map<string, Series>();
  #lastSamples: readonly Sample[] | null = null;
  /** What was said of own metrics that the last report left out. */
  #lastAbsent: readonly Sample[] = [];
  #lastReason: 'failed' | 'timed-out' = 'failed';
  #counts = { runs: 0, successes: 0, noData: 0, failures: 0, timeouts: 0 };
  #lastStartedAt: number | null = null;
  #lastDurationMs: number | null = null;
  #lastError: { at: number; text: string } | null = null;
  #lastContext: RunContext | null = null;
  #lastAnswer: { readonly at: number; readonly samples: readonly Sample[] } | null = null;
  #lastRunAt = Number.NEGATIVE_INFINITY;
  #hasWaited = false;

  constructor(collector: Collector, clock: Clock, periodMs: number) {
    this.#collector = collector;
    this.#clock = clock;
    this.periodMs = periodMs;
  }

  get id(): string {
    return this.#collector.id;
  }

  get tier(): Collector['tier'] {
    return this.#collector.tier;
  }

  /** Whether it reads one of these metrics. */
  serves(metrics: readonly MetricId[]): boolean {
    return this.#collector.metrics.some((metric) => metrics.includes(metric));
  }

  /** Whether it reads nothing but these metrics. */
  servesOnly(metrics: readonly MetricId[]): boolean {
    return this.#collector.metrics.every((metric) => metrics.includes(metric));
  }

  /** Whether it waits while the station is on air or saves its battery. */
  get isHeavy(): boolean {
    return this.#collector.heavy ?? false;
  }

  /** What the source said at the last run, else what was made of it; null: it has not answered yet. */
  get raw(): Omit<RawOutput, 'id'> | null {
    const context = this.#lastContext;
    if (context && context.rawText !== '') return { at: context.at, of: 'source', text: context.rawText };
    const answer = this.#lastAnswer;
    return answer && { at: answer.at, of: 'readings', text: sampleLines(answer.samples) };
  }

  /** A given-up run that still hangs counts as running: it holds its place and can't be started again. */
  get state(): CollectorStats['state'] {
    if (this.#hanging) return 'running';
    return this.#failuresInRow === 0 ? 'idle' : planRetry(this.#failuresInRow, this.periodMs).state;
  }

  /** Whether it may be started: not while a run hangs, nor before its back-off is over. */
  canRun(now: number): boolean {
    // Half a period of slack: ticks come a little early or late, a back-off is no appointment.
    return !this.#hanging && now >= this.#retryAt - Math.min(this.periodMs / 2, 1_000);
  }

  /** Whether its last run lacked only a second look, as rates do. */
  get isWarmingUp(): boolean {
    return this.#lastSamples?.some(({ missing }) => missing === 'warming-up') ?? false;
  }

  /** The answer of a run that has begun, and has neither ended nor been given up; null: there is none. */
  get underWay(): Promise<readonly Sample[]> | null {
    return this.#underWay;
  }

  /**
   * What is to be reported while it may not be started: that it hangs, or its last failure once more; nothing while a run
   * is under way, which tells by itself.
   */
  standing(): readonly Sample[] {
    if (this.#underWay !== null) return [];
    return this.#everySeries().map((series) =>
      missingSample(series, this.#hanging ? 'timed-out' : this.#lastReason),
    );
  }

  /** What is to be reported while it has to wait: nothing, until its last answer is out of date. */
  waiting(now: number): readonly Sample[] {
    this.#hasWaited = true;
    if (now - this.#lastRunAt <= STALE_PERIODS * this.periodMs) return [];
    return this.#everySeries().map((series) => ({ ...series, missing: 'stale', advice: 'paused' }));
  }

  /** Whether it has had to wait since its last run. */
  get hasWaited(): boolean {
    return this.#hasWaited;
  }

  /**
   * Runs the collector once: an array when it answered on the spot (most do: no timer, no promise), else a
   * promise that always resolves, at its time-out at the latest.
   */
  run(): readonly Sample[] | Promise<readonly Sample[]> {
    const started = this.#clock.monotonic();
    const abort = new LazyAbort();
    this.#counts.runs += 1;
    this.#lastRunAt = started;
    this.#hasWaited = false;
    this.#lastStartedAt = this.#clock.wall();
    const context = new RunContext(abort, this.#lastStartedAt, started);
    this.#lastContext = context;
    let answer: ReturnType<Collector['read']>;
    try {
      answer = this.#collector.read(context);
    } catch (error) {
      return this.#record(failure(error), started);
    }
    if (answer instanceof Promise) {
      this.#underWay = this.#await(answer, abort, started);
      return this.#underWay;
    }
    return this.#record({ kind: 'done', samples: answer }, started);
  }

  #await(answer: Promise<readonly Sample[]>, abort: LazyAbort, started: number): Promise<readonly Sample[]> {
    this.#hanging = true;
    return new Promise((resolve) => {
      const settle = (samples: () => readonly Sample[]): void => {
        if (this.#giveUp !== giveUp) return;
        this.#giveUp = null;
        this.#underWay = null;
        cancelTimer();
        resolve(samples());
      };
      const giveUp = (): void => {
        abort.abort();
        settle(() => []);
      };
      this.#giveUp = giveUp;
      const cancelTimer = this.#clock.setTimer(() => {
        abort.abort();
        settle(() => this.#record({ kind: 'timed-out' }, started));
      }, this.#collector.timeoutMs);
      const end = (outcome: Outcome): void => {
        this.#hanging = false;
        settle(() => this.#record(outcome, started));
      };
      answer.then(
        (samples) => end({ kind: 'done', samples }),
        (error: unknown) => end(failure(error)),
      );
    });
  }

  /** Gives up the current run without counting it (suspend, stop); its late answer is ignored. */
  cancel(): void {
    this.#giveUp?.();
  }

  reset(): void {
    this.#collector.reset?.();
  }

  dispose(): void {
    this.cancel();
    this.#collector.dispose?.();
  }

  stats(): CollectorStats {
    const wait = Math.max(this.dueAt, this.#retryAt) - this.#clock.monotonic();
    return {
      id: this.#collector.id,
      metrics: [...this.#collector.metrics],
      periodMs: this.periodMs,
      state: this.state,
      ...this.#counts,
      lastStartedAt: this.#lastStartedAt,
      lastDurationMs: this.#lastDurationMs,
      lastError: this.#lastError,
      nextRunAt: this.#hanging ? null : this.#clock.wall() + Math.max(0, Math.round(wait)),
    };
  }

  #record(outcome: Outcome, started: number): readonly Sample[] {
    this.#lastDurationMs = Math.max(0, this.#clock.monotonic() - started);
    if (outcome.kind === 'done') {
      this.#failuresInRow = 0;
      this.#retryAt = 0;
      const hasValue = outcome.samples.some((sample) => sample.missing === undefined);
      this.#counts[hasValue ? 'successes' : 'noData'] += 1;
      const samples = this.#complete(outcome.samples);
      this.#lastAnswer = { at: this.#lastStartedAt ?? 0, samples };
      return samples;
    }
    this.#failuresInRow += 1;
    this.#retryAt = started + planRetry(this.#failuresInRow, this.periodMs).delayMs;
    this.#counts[outcome.kind === 'failed' ? 'failures' : 'timeouts'] += 1;
    const text =
      outcome.kind === 'failed' ? outcome.text : `no answer within ${this.#collector.timeoutMs} ms`;
    this.#lastError = { at: this.#clock.wall(), text: text.slice(0, ERROR_TEXT_LIMIT) };
    this.#lastReason = outcome.kind;
    return this.#everySeries().map((series) => missingSample(series, outcome.kind));
  }

  /** Adds what a run left out: its own metrics, and once the series that were there the time before. */
  #complete(samples: readonly Sample[]): readonly Sample[] {
    // Nearly every run reports the series of the one before: then nothing needs to be looked for.
    const isAsBefore = sameSeries(samples, this.#lastSamples);
    this.#lastSamples = samples;
    if (isAsBefore) return this.#lastAbsent.length === 0 ? samples : [...samples, ...this.#lastAbsent];
    const metrics = new Set(samples.map((sample) => sample.metric));
    const absent = this.#collector.metrics.filter((metric) => !metrics.has(metric));
    this.#lastAbsent = absent.map((metric) =>
      missingSample({ metric, source: this.#collector.id }, 'not-present'),
    );
    const full = [...samples, ...this.#lastAbsent];
    const now = new Map(full.map((sample) => [keyOf(sample), seriesOf(sample)]));
    const gone = [...this.#series].filter(([key]) => !now.has(key));
    this.#series = now;
    return [...full, ...gone.map(([, series]) => missingSample(series, 'not-present'))];
  }

  #everySeries(): readonly Series[] {
    if (this.#series.size === 0) {
      const all = this.#collector.metrics.map((metric) => ({ metric, source: this.#collector.id }));
      this.#series = new Map(all.map((series) => [keyOf(series), series]));
    }
    return [...this.#series.values()];
  }
}

/** Whether two reports are about the same series from the same sources, in the same order. */
function sameSeries(a: readonly Sample[], b: readonly Sample[] | null): boolean {
  return (
    a.length === b?.length &&
    a.every(({ metric, instance, source }, index) => {
      const other = b[index];
      return metric === other?.metric && instance === other.instance && source === other.source;
    })
  );
}

const seriesOf = ({ metric, instance, source }: Sample): Series =>
  instance === undefined ? { metric, source } : { metric, instance, source };

const failure = (error: unknown): Outcome => ({
  kind: 'failed',
  text: error instanceof Error ? error.message : String(error),
});
