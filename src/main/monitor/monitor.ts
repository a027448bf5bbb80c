import type { BaselineLookup } from '../../shared/baseline/lookup.js';
import type { IncidentAction, LifeCycle } from '../../shared/health/life-cycle.js';
import { partStates } from '../../shared/health/parts.js';
import type {
  IncidentState,
  MetricState,
  PartState,
  ProgramUse,
  StationEvent,
  Verdict,
} from '../../shared/health/state.js';
import { Station } from '../../shared/health/station.js';
import type {
  Mode,
  MonitorSnapshot,
  MonitorUpdate,
  Notice,
  RecentSeries,
  SnapshotFacts,
} from '../../shared/ipc/contract.js';
import type { MetricId } from '../../shared/metrics/dictionary.js';
import type { Reading } from '../../shared/metrics/reading.js';
import type { GatheredBatch } from '../../shared/sampler/gathered.js';
import type { SamplerStatus } from '../../shared/sampler/status.js';
import type { StationProcedure } from '../../shared/settings/procedure.js';
import type { ProfileIndex } from '../../shared/sop/profile-index.js';
import { Emitter } from './emitter.js';
import { calmPatience, type Patience } from './patience.js';
import { Recent } from './recent.js';
import { SituationKeeper } from './situation.js';
import { Today } from './today.js';
import { Told } from './told.js';

/** Least time between two updates that bring no event, ms: a fast replay must not flood the page. */
const UPDATE_PAUSE_MS = 100;

/** How a monitor is run. */
export interface MonitorOptions {
  readonly index: ProfileIndex;
  readonly mode: Mode;
}

/**
 * Owns the station's state; everybody else holds copies. Readings come in by {@link take}; what changed goes out as
 * numbered updates (for pages, computed only while one listens) and as events (for tray, terminal, notifications).
 */
export class Monitor {
  /** For pages: what changed since the update before. */
  readonly updates = new Emitter<MonitorUpdate>();
  /** Incidents, popups and verdicts, as they happen. */
  readonly events = new Emitter<StationEvent>();
  /** Readings were taken and judged; after their events, and once for ticks that came together. */
  readonly commits = new Emitter<void>();

  /** The next readings will be judged otherwise than the last ones: other rules, another baseline, another situation. */
  readonly rejudged = new Emitter<void>();

  /** On air or not, popups muted or not. */
  readonly situation = new SituationKeeper();

  /** When the first readings came, by the station's clock; null: none did yet. */
  firstAt: number | null = null;

  private readonly station: Station;
  private readonly recent = new Recent();
  private readonly today = new Today();
  private notices: readonly Notice[] = [];
  private sampler: SamplerStatus = { state: 'starting', restarts: 0 };
  private seq = 0;
  private readonly told = new Told();
  private lastUpdateAt = Number.NEGATIVE_INFINITY;
  private pendingUpdate: NodeJS.Timeout | undefined;

  private calm: { readonly onAir: Patience; readonly offAir: Patience };

  constructor(private options: MonitorOptions) {
    this.calm = calmOf(options.index);
    this.station = new Station({ index: options.index, expectAll: options.mode.kind === 'live' });
    this.situation.changes.on(({ onAir }) => {
      this.station.configure({ onAir });
      this.rejudged.emit();
      this.publish(true);
    });
  }

  /** Takes a procedure that IT changed, or what it accepted as not monitored; the next tick shows it. */
  configure({ index, accepted }: StationProcedure): void {
    this.options = { ...this.options, index };
    this.calm = calmOf(index, accepted);
    this.station.configure({ index, accepted });
    this.rejudged.emit();
  }

  /** Takes what IT chose about the life of incidents. */
  live(lifeCycle: LifeCycle): void {
    this.station.configure({ lifeCycle });
  }

  /** Takes how the station should be; the next tick shows it. */
  judgeAgainst(baseline: BaselineLookup): void {
    this.station.configure({ baseline });
    this.rejudged.emit();
  }

  /** The last believable value of a series, without an instance the metric's leading one; null: it is missing. */
  valueOf(metric: MetricId, instance?: string): number | null {
    return this.station.valueOf(metric, instance);
  }

  /** Takes what the platform wants to be sent while on air, bytes/s; undefined: nobody said. */
  expectBitrate(bitrate: number | undefined): void {
    this.station.configure({ bitrate });
  }

  /** Every series with its judgement. */
  metricStates(): MetricState[] {
    return this.station.metricStates();
  }

  /** Metrics without which the station's state is unknown. */
  get required(): readonly MetricId[] {
    return this.options.index.required;
  }

  /** Whether a breach lasts that opens or raises an incident at the end of its hold. */
  get isHolding(): boolean {
    return this.station.isHolding;
  }

  /** How long readings may wait for each other while nobody looks and no hold runs; the same one until that changes. */
  get patience(): Patience {
    return this.calm[this.situation.current.onAir ? 'onAir' : 'offAir'];
  }

  /** Takes which metrics are read rarely at present. */
  rest(idle: readonly MetricId[]): void {
    this.station.rest(idle);
  }

  /** Takes the readings of one tick, maybe none, and ends the tick. @param at the station's clock, ms since 1970 */
  take(readings: readonly Reading[], at: number): void {
    this.takeTogether([{ at, readings }]);
  }

  /** Takes ticks whose readings came together, oldest first: each is judged by itself, and all are told of at once. */
  takeTogether(ticks: readonly GatheredBatch[]): void {
    const events = ticks.flatMap((tick) => this.judge(tick));
    this.commits.emit();
    this.publish(events.length > 0);
  }

  private judge({ at, readings }: GatheredBatch): readonly StationEvent[] {
    if (readings.length > 0) this.firstAt ??= at;
    for (const reading of readings) this.station.ingest(reading);
    const events = this.station.commit(at);
    for (const { metric, instance, at: readAt } of readings)
      this.recent.note(metric, instance, readAt, this.station.valueOf(metric, instance));
    this.tell(events);
    return events;
  }

  /** Notes what people did about an incident, open or over since today. @returns whether that changed anything */
  handle(id: string, action: IncidentAction): boolean {
    const events = this.station.handle(id, action, this.at);
    return this.spread(events.length > 0 ? events : this.today.handle(id, action, this.at));
  }

  /** Notes the programs to blame for an incident. */
  blame(id: string, programs: readonly ProgramUse[]): void {
    this.spread(this.station.blame(id, programs, this.at));
  }

  /** Goes on with incidents of an earlier run; about the time of the first readings. */
  adopt(incidents: readonly IncidentState[]): void {
    this.station.adopt(incidents);
    for (const incident of incidents) if (incident.closedAt !== null) this.today.follow(incident);
    this.publish(true);
  }

  private spread(events: readonly StationEvent[]): boolean {
    this.tell(events);
    if (events.length > 0) this.publish(true);
    return events.length > 0;
  }

  /** The last minutes of every series. */
  recentSeries(): RecentSeries[] {
    return this.recent.series(this.at);
  }

  /** What was read since the last call, for the history; there is one caller. */
  drain(): RecentSeries[] {
    return this.recent.drain();
  }

  private tell(events: readonly StationEvent[]): void {
    for (const event of events) {
      if ('incident' in event) this.today.follow(event.incident);
      this.events.emit(event);
    }
  }

  /** Notes how the process that reads the hardware is doing. */
  setSampler(status: SamplerStatus): void {
    this.sampler = status;
    this.publish(true);
  }

  /** Adds something that the user must know; it stays for this run. */
  addNotice(notice: Notice): void {
    this.notices = [...this.notices, notice];
    this.publish(true);
  }

  /** Takes back what is no longer so. */
  withdrawNotice(code: Notice['code']): void {
    const kept = this.notices.filter((notice) => notice.code !== code);
    if (kept.length === this.notices.length) return;
    this.notices = kept;
    this.publish(true);
  }

  /** Everything, now, for those who live in this process. */
  look(): MonitorSnapshot {
    const { seq, at } = this;
    return { seq, at, mode: this.options.mode, parts: this.parts(), ...this.facts() };
  }

  /** Everything, now, for a page: the next update follows on it. */
  snapshot(): MonitorSnapshot {
    // What the other pages were not told yet is none of what follows.
    if (this.updates.isHeard) this.sendUpdate();
    const state = this.look();
    this.told.all(state);
    return state;
  }

  /** The verdict; a new object whenever any judgement changed, the same one otherwise. */
  get verdict(): Verdict {
    return this.station.verdict;
  }

  /** Where the readings come from. */
  get mode(): Mode {
    return this.options.mode;
  }

  /** Open incidents, oldest first. */
  get incidents(): readonly IncidentState[] {
    return this.station.openIncidents;
  }

  private publish(urgent: boolean): void {
    if (!this.updates.isHeard) return;
    const wait = UPDATE_PAUSE_MS - (performance.now() - this.lastUpdateAt);
    if (urgent || wait <= 0) this.sendUpdate();
    else this.pendingUpdate ??= setTimeout(() => this.sendUpdate(), wait);
  }

  private sendUpdate(): void {
    clearTimeout(this.pendingUpdate);
    this.pendingUpdate = undefined;
    this.lastUpdateAt = performance.now();
    this.seq += 1;
    this.updates.emit({ seq: this.seq, at: this.at, ...this.told.news(this.parts(), this.facts()) });
  }

  private facts(): SnapshotFacts {
    return {
      sampler: this.sampler,
      verdict: this.station.verdict,
      incidents: this.station.openIncidents,
      ended: this.today.list(this.at),
      situation: this.situation.current,
      notices: this.notices,
    };
  }

  /** The station's clock, ms since 1970. */
  get at(): number {
    return this.station.at ?? Date.now();
  }

  private parts(): PartState[] {
    return partStates(this.options.index.profile, this.station.metricStates(), this.at);
  }
}

const calmOf = (index: ProfileIndex, accepted: readonly MetricId[] = []) => ({
  onAir: calmPatience(index, { onAir: true, accepted }),
  offAir: calmPatience(index, { onAir: false, accepted }),
});
