import { goneReading } from '../baseline/gone.js';
import { type BaselineLookup, EMPTY_LOOKUP } from '../baseline/lookup.js';
import { type MetricId, TIER_PERIOD_MS } from '../metrics/dictionary.js';
import { type Reading, seriesKey } from '../metrics/reading.js';
import type { ProfileIndex, ResolvedRule } from '../sop/profile-index.js';
import { Adoption } from './adoption.js';
import { Cadence } from './cadence.js';
import { evaluate, type JudgeContext, type Judged } from './evaluate.js';
import { FloodLimiter } from './flood.js';
import { IdleMetrics } from './idle.js';
import { advance, isHolding, QUIET } from './incident.js';
import { IncidentBook } from './incident-book.js';
import { type Level, levelOf } from './judgement.js';
import { DEFAULT_LIFE_CYCLE, type IncidentAction, type LifeCycle, PAST_EVENTS } from './life-cycle.js';
import { MetricStates } from './metric-states.js';
import { Series } from './series.js';
import type { IncidentState, MetricState, ProgramUse, StationEvent, Verdict } from './state.js';
import { stationVerdict } from './verdict.js';

/** How a station is run. */
export interface StationOptions {
  /** The procedure to judge by. */
  readonly index: ProfileIndex;
  /** true: every required metric of the profile must be there. false (a trace): only those that ever came. */
  readonly expectAll: boolean;
  readonly onAir?: boolean;
  /** What the platform wants to be sent, bytes/s; undefined: nobody named one. */
  readonly bitrate?: number | undefined;
  /** How the station should be; without one nothing is judged by it. */
  readonly baseline?: BaselineLookup;
  /** Metrics that IT accepted as not monitored. */
  readonly accepted?: readonly MetricId[];
  /** What IT chose about the life of incidents. */
  readonly lifeCycle?: LifeCycle;
}

/** How often silent series are looked for, ms of the station's clock. */
const SWEEP_MS = 1_000;

const EVENT_OF = {
  acknowledge: 'acknowledged',
  resolve: 'resolved',
  'false-alarm': 'resolved',
  'take-back': 'updated',
  tick: 'updated',
} as const satisfies Record<IncidentAction['type'], StationEvent['type']>;

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
  /** Incidents of devices that no longer belong to the station; they end at the next commit. */
  private released: Series[] = [];
  private readonly adoption = new Adoption();
  private readonly idle = new IdleMetrics();
  private readonly states = new MetricStates();
  private stale = true;
  private current: Verdict | undefined;

  constructor(private options: StationOptions) {
    this.book = new IncidentBook(new FloodLimiter(), options.lifeCycle ?? DEFAULT_LIFE_CYCLE);
  }

  /**
   * Takes a changed procedure or situation (limits, accepted metrics, on air). Cards follow at once, for the next
   * reading of some is minutes away; incidents that are open run on under the new limits and clear by their own rule.
   */
  configure(options: Partial<StationOptions>): void {
    this.options = { ...this.options, ...options };
    if (options.lifeCycle) this.book.lifeCycle = options.lifeCycle;
    if (options.baseline) this.adoptBaseline();
    for (const series of this.series.values()) {
      const resolved = this.options.index.ruleFor(series.metric, series.instance);
      series.resolved = resolved;
      if (resolved) series.judge(this.evaluate(series, resolved));
    }
    this.stale = true;
  }

  /** Takes which metrics are read rarely at present, so that their silence is not taken for a fault. */
  rest(idle: readonly MetricId[]): void {
    this.idle.set(idle, this.lastCommit ?? Number.NEGATIVE_INFINITY);
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
    this.missDevices(changed);
    this.closeReleased(at, events);
    for (const series of changed) this.settle(series, events);
    if (at - this.lastSweep >= SWEEP_MS) this.sweep(at, events);
    if (this.stale) this.judgeStation(at, events);
    return events;
  }

  /** Notes what people did about an incident; as long as its breach goes on, it stays open. @param at when */
  handle(id: string, action: IncidentAction, at: number): readonly StationEvent[] {
    const events: StationEvent[] = [];
    for (const [key, after] of this.book.act(id, action, at)) {
      const incident = PAST_EVENTS.has(after.metric) ? this.settleEvents(key, after) : after;
      events.push({ type: EVENT_OF[action.type], at, incident });
      if (incident.resolution?.settles !== undefined && this.book.close(key, at, events)) this.stale = true;
    }
    return events;
  }

  /** Notes the programs to blame for an incident. */
  blame(id: string, programs: readonly ProgramUse[], at: number): readonly StationEvent[] {
    const incident = this.book.note(id, { programs });
    return incident ? [{ type: 'updated', at, incident }] : [];
  }

  /**
   * Goes on with incidents of an earlier run, about the time of the first readings: those that were open then, and the
   * closed ones that may come back or were settled. Where the breach goes on, it is the same incident; where the value is
   * back, it closes after its clear time. A series that opened one of its own meanwhile keeps that.
   */
  adopt(incidents: readonly IncidentState[]): void {
    const free = incidents.filter(
      ({ metric, instance }) => !this.series.get(seriesKey(metric, instance))?.track.incident,
    );
    for (const incident of free) this.book.adopt(incident);
    this.adoption.take(free);
    for (const series of this.series.values()) this.adoption.claim(series);
    this.stale = true;
  }

  /** The station's verdict at the last commit. */
  get verdict(): Verdict {
    return this.current ?? this.findVerdict(this.lastCommit ?? 0);
  }

  /** Time of the last commit, ms since 1970; null before the first. */
  get at(): number | null {
    return this.lastCommit;
  }

  /** Whether a hold runs at whose end an incident opens or rises: the time of every reading matters then. */
  get isHolding(): boolean {
    for (const { track } of this.series.values()) if (isHolding(track)) return true;
    return false;
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
    return [...this.series.values()].map((series) =>
      this.states.of(series, this.accepted.includes(series.metric)),
    );
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
      series.usual = this.baseline.usual(key);
      this.series.set(key, series);
      this.adoption.claim(series);
      this.stale = true;
    }
    series.accept(reading, load);
    series.gone = undefined;
    return series;
  }

  /** Settles the past events that were counted so far, or takes that back. */
  private settleEvents(key: string, incident: IncidentState): IncidentState {
    const series = this.series.get(key);
    const { resolution } = incident;
    if (!series) return incident;
    series.settled = resolution ? (series.reading.value ?? incident.peak) : 0;
    if (!resolution) return incident;
    series.track = QUIET;
    const settled = { resolution: { ...resolution, settles: series.settled } };
    return this.book.note(incident.id, settled) ?? incident;
  }

  private get baseline(): BaselineLookup {
    return this.options.baseline ?? EMPTY_LOOKUP;
  }

  /** Looks for devices of the baseline that are gone, among those whose collector answered in this tick. */
  private missDevices(changed: Series[]): void {
    for (const device of this.baseline.devices) {
      const lead = this.series.get(device.metric);
      if (!lead || !changed.includes(lead)) continue;
      const own = this.series.get(seriesKey(device.metric, device.instance));
      const reading = goneReading(device, lead.reading, own?.reading);
      if (!reading) continue;
      const series = this.accept(reading, null);
      series.gone = device.name;
      if (!changed.includes(series)) changed.push(series);
    }
  }

  /** Takes over what is usual, and lets go of devices that no longer belong to the station. */
  private adoptBaseline(): void {
    for (const [key, series] of this.series) {
      series.usual = this.baseline.usual(key);
      if (series.gone === undefined || this.baseline.device(key)) continue;
      series.forgetDevice();
      this.released.push(series);
    }
  }

  private closeReleased(at: number, events: StationEvent[]): void {
    for (const series of this.released) if (this.book.close(series.key, at, events)) this.stale = true;
    this.released = [];
  }

  private settle(series: Series, events: StationEvent[]): void {
    const { resolved, reading } = series;
    if (!resolved) return;
    const judged = this.evaluate(series, resolved);
    if (judged.judgement !== series.judgement) this.stale = true;
    series.judge(judged);
    const value = judgedValue(series);
    if (value === null) return;
    const { fresh } = series;
    series.fresh = false;
    if (judged.heldLevel === 0 && series.track === QUIET) return;
    if (!series.track.incident && this.isSpokenFor(series)) return;
    const level: Level = levelOf(judged.judgement);
    const above = judged.limit ? judged.limit.when.startsWith('>') : (series.track.incident?.above ?? true);
    const seen = { at: reading.at, value, level, heldLevel: judged.heldLevel, above, fresh };
    const step = advance(series.track, seen, resolved.policy);
    series.track = step.track;
    if (this.book.follow(series, step, reading.at, events)) this.stale = true;
  }

  private evaluate(series: Series, { rule, margin }: ResolvedRule): Judged {
    return evaluate(rule, judgedValue(series), margin, this.contextFor(series));
  }

  /** Whether another series opens the incidents of this one: one cause, one popup. */
  private isSpokenFor({ metric, instance, gone }: Series): boolean {
    if (gone !== undefined) return false;
    return instance === undefined ? this.baseline.speaksFor(metric) : this.hasLead(metric);
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
      bitrate: this.options.bitrate,
      hasBaseline: this.baseline.hasDevice(series.metric),
      usual: series.usual,
      spread: series.spread,
      gone: series.gone !== undefined,
      latest: this.latest,
      growth: series.growth,
      evidence: series.reading.evidence,
    };
  }

  private readonly latest = (metric: MetricId): number | null => this.valueOf(metric);

  private sweep(at: number, events: StationEvent[]): void {
    this.lastSweep = at;
    for (const key of this.adoption.abandoned(at)) if (this.book.close(key, at, events)) this.stale = true;
    this.book.sweep(at, events);
    for (const series of this.series.values()) {
      const countsFrom = Math.max(this.resumedAt, this.idle.silentFrom(series.metric, at));
      if (series.expire(at, countsFrom)) this.stale = true;
      // Otherwise every stick that was ever plugged in would be kept. What has no leading series stays: it is the metric.
      else if (series.isBygone(at) && this.hasLead(series.metric)) this.series.delete(series.key);
    }
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
}

/** The value that is judged: a device that is gone counts as 0, whatever its readings are; settled events do, too. */
function judgedValue({ gone, reading, settled }: Series): number | null {
  const { value } = reading;
  return gone === undefined && (value === null || settled === 0 || value > settled) ? value : 0;
}
