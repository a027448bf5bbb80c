import { type MetricId, TIER_PERIOD_MS } from '../metrics/dictionary.js';
import { type Reading, seriesKey } from '../metrics/reading.js';
import type { ProfileIndex } from '../sop/profile-index.js';
import { Cadence } from './cadence.js';
import { evaluate, type JudgeContext } from './evaluate.js';
import { FloodLimiter } from './flood.js';
import { advance, QUIET } from './incident.js';
import { IncidentBook } from './incident-book.js';
import { type Level, levelOf } from './judgement.js';
import { Series } from './series.js';
import type { IncidentState, MetricState, StationEvent, Verdict } from './state.js';
import { stationVerdict } from './verdict.js';

/** How a station is run. */
export interface StationOptions {
  /** The procedure to judge by. */
  readonly index: ProfileIndex;
  /** true: every required metric of the profile must be there. false (a trace): only those that ever came. */
  readonly expectAll: boolean;
  readonly onAir?: boolean;
  readonly hasBaseline?: boolean;
  /** Metrics that IT accepted as not monitored. */
  readonly accepted?: readonly MetricId[];
}

/** How often silent series are looked for, ms of the station's clock. */
const SWEEP_MS = 1_000;

/**
 * The engine: readings in, judgements, incidents and the verdict out. It has no clock of its own, every time is that
 * of a reading or of {@link commit}, so that the live program and a replay cannot differ.
 */
export class Station {
  private readonly series = new Map<string, Series>();
  private readonly pending: Reading[] = [];
  private readonly book: IncidentBook;
  private readonly beat = new Cadence(TIER_PERIOD_MS.fast);
  private lastCommit: number | null = null;
  private resumedAt = -Infinity;
  private lastSweep = -Infinity;
  private stale = true;
  private current: Verdict | undefined;

  constructor(private options: StationOptions) {
    this.book = new IncidentBook(new FloodLimiter());
  }

  /**
   * Takes a changed procedure or situation (limits, accepted metrics, on air). Cards follow at once, for the next
   * reading of some is minutes away; incidents that are open run on under the new limits and clear by their own rule.
   */
  configure(options: Partial<StationOptions>): void {
    this.options = { ...this.options, ...options };
    for (const series of this.series.values()) {
      const resolved = this.options.index.ruleFor(series.metric, series.instance);
      series.resolved = resolved;
      if (resolved)
        series.judge(evaluate(resolved.rule, series.reading.value, resolved.margin, this.contextFor(series)));
    }
    this.stale = true;
  }

  /** Takes one reading; it counts at the next {@link commit}. */
  ingest(reading: Reading): void {
    this.pending.push(reading);
  }

  /** Ends a tick: judges what came, moves incidents, finds stale readings, and gives the verdict anew if it changed. */
  commit(at: number): readonly StationEvent[] {
    if (this.lastCommit !== null) this.watchClock(at - this.lastCommit, at);
    this.lastCommit = at;
    const events: StationEvent[] = [];
    // Two passes: a rule may ask for another metric's value of the same tick.
    const load = this.latest('cpu.load');
    const changed = this.pending.map((reading) => this.accept(reading, load));
    this.pending.length = 0;
    for (const series of changed) this.settle(series, events);
    if (at - this.lastSweep >= SWEEP_MS) this.sweep(at);
    if (this.stale) this.judgeStation(at, events);
    return events;
  }

  /** Notes that somebody saw an incident; it stays open. */
  acknowledge(id: string): readonly StationEvent[] {
    const at = this.lastCommit ?? 0;
    const incident = this.book.acknowledge(id, at);
    return incident ? [{ type: 'acknowledged', at, incident }] : [];
  }

  /** The station's verdict at the last commit. */
  get verdict(): Verdict {
    return this.current ?? this.findVerdict(this.lastCommit ?? 0);
  }

  /** Time of the last commit, ms since 1970; null before the first. */
  get at(): number | null {
    return this.lastCommit;
  }

  /** Incidents that are open, oldest first. */
  get openIncidents(): readonly IncidentState[] {
    return this.book.open;
  }

  /** The last value of a series that was plausible enough to be judged; null: it is missing. */
  valueOf(metric: MetricId, instance?: string): number | null {
    return this.series.get(seriesKey(metric, instance))?.reading.value ?? null;
  }

  /** Every series with its judgement, in the order in which they first came. */
  metricStates(): MetricState[] {
    return [...this.series.values()].map((series) => this.describe(series));
  }

  /** A gap in everything, or a clock that was set back, is a pause: no hold runs through it and nothing is stale for it. */
  private watchClock(step: number, at: number): void {
    if (step < 0 || this.beat.isGap(step)) {
      this.resumedAt = at;
      this.lastSweep = -Infinity;
      for (const series of this.series.values()) series.interrupt();
    }
    if (step > 0) this.beat.note(step);
  }

  private get accepted(): readonly MetricId[] {
    return this.options.accepted ?? [];
  }

  private accept(reading: Reading, load: number | null): Series {
    const key = seriesKey(reading.metric, reading.instance);
    let series = this.series.get(key);
    if (!series) {
      series = new Series(reading, this.options.index.ruleFor(reading.metric, reading.instance), key);
      this.series.set(key, series);
      this.stale = true;
    }
    series.accept(reading, load);
    return series;
  }

  private settle(series: Series, events: StationEvent[]): void {
    const { resolved, reading } = series;
    if (!resolved) return;
    const margin = resolved.margin;
    const judged = evaluate(resolved.rule, reading.value, margin, this.contextFor(series));
    if (judged.judgement !== series.judgement) this.stale = true;
    series.judge(judged);
    if (reading.value === null) return;
    const { fresh } = series;
    series.fresh = false;
    if (judged.heldLevel === 0 && series.track === QUIET) return;
    if (series.instance !== undefined && this.hasLead(series.metric)) return;
    const level: Level = levelOf(judged.judgement);
    const above = judged.limit ? judged.limit.when.startsWith('>') : (series.track.incident?.above ?? true);
    const seen = { at: reading.at, value: reading.value, level, heldLevel: judged.heldLevel, above, fresh };
    const step = advance(series.track, seen, resolved.policy);
    series.track = step.track;
    if (this.book.follow(series, step, reading.at, events)) this.stale = true;
  }

  /**
   * Whether a series without instance speaks for the metric. One that never had a value only stood in for a run that
   * failed; it must not silence the instances that came later.
   */
  private hasLead(metric: MetricId): boolean {
    return this.series.get(metric)?.knownAt != null;
  }

  private contextFor(series: Series): JudgeContext {
    return {
      onAir: this.options.onAir ?? false,
      hasBaseline: this.options.hasBaseline ?? false,
      latest: this.latest,
      growth: series.growth,
      evidence: series.reading.evidence,
    };
  }

  private readonly latest = (metric: MetricId): number | null => this.valueOf(metric);

  private sweep(at: number): void {
    this.lastSweep = at;
    for (const series of this.series.values()) if (series.expire(at, this.resumedAt)) this.stale = true;
    this.stale ||= this.missingRequired(at).join() !== this.current?.missing.join();
  }

  private judgeStation(at: number, events: StationEvent[]): void {
    this.stale = false;
    const before = this.current?.judgement;
    this.current = this.findVerdict(at);
    if (this.current.judgement !== before)
      events.push({ type: 'verdict', at, judgement: this.current.judgement });
  }

  private findVerdict(at: number): Verdict {
    const found = stationVerdict(
      this.book.open,
      this.missingRequired(at),
      this.metricStates(),
      this.accepted,
    );
    const since = found.judgement === this.current?.judgement ? this.current.since : at;
    return { ...found, since };
  }

  private missingRequired(at: number): MetricId[] {
    return this.options.index.required.filter((metric) => {
      if (this.accepted.includes(metric)) return false;
      const lead = this.hasLead(metric) ? this.series.get(metric) : undefined;
      const candidates = lead ? [lead] : [...this.series.values()].filter((one) => one.metric === metric);
      if (candidates.length === 0) return this.options.expectAll;
      return candidates.every((one) => one.isMissing(at, this.resumedAt));
    });
  }

  private describe(series: Series): MetricState {
    const { reading, resolved, judged, instance, metric } = series;
    return {
      metric,
      ...(instance !== undefined && { instance }),
      ...(resolved && { clause: resolved.clause.id }),
      value: reading.value,
      unit: reading.unit,
      judgement: series.judgement,
      ...(reading.missing && { missing: reading.missing }),
      source: reading.source,
      ...(reading.note !== undefined && { note: reading.note }),
      at: reading.at,
      since: series.judgedSince,
      required: resolved?.rule.required ?? false,
      ...(this.accepted.includes(metric) && { accepted: true as const }),
      ...(resolved?.range && { range: resolved.range }),
      ...(judged.limit && { limit: judged.limit }),
    };
  }
}
