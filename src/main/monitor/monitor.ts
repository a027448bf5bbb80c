import { partStates } from '../../shared/health/parts.js';
import type { IncidentState, PartState, StationEvent, Verdict } from '../../shared/health/state.js';
import { Station } from '../../shared/health/station.js';
import type {
  Mode,
  MonitorSnapshot,
  MonitorUpdate,
  Notice,
  RecentSeries,
} from '../../shared/ipc/contract.js';
import type { MetricId } from '../../shared/metrics/dictionary.js';
import type { Reading } from '../../shared/metrics/reading.js';
import type { SamplerStatus } from '../../shared/sampler/status.js';
import type { StationProcedure } from '../../shared/settings/procedure.js';
import type { ProfileIndex } from '../../shared/sop/profile-index.js';
import { Emitter } from './emitter.js';
import { Recent } from './recent.js';
import { SituationKeeper } from './situation.js';
import { Today } from './today.js';

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
  /** For pages: the whole state but for cards that did not change. */
  readonly updates = new Emitter<MonitorUpdate>();
  /** Incidents, popups and verdicts, as they happen. */
  readonly events = new Emitter<StationEvent>();
  /** Every commit, after its events. */
  readonly commits = new Emitter<void>();

  /** On air or not, popups muted or not. */
  readonly situation = new SituationKeeper();

  private readonly station: Station;
  private readonly recent = new Recent();
  private readonly today = new Today();
  /** The list of ended incidents as it was sent last, for comparing. */
  private sentEnded: MonitorSnapshot['ended'] = [];
  private notices: Notice[] = [];
  private sampler: SamplerStatus = { state: 'starting', restarts: 0 };
  private seq = 0;
  /** Cards as they were sent last, for comparing. */
  private sent = new Map<string, string>();
  private lastUpdateAt = Number.NEGATIVE_INFINITY;
  private pendingUpdate: NodeJS.Timeout | undefined;

  constructor(private options: MonitorOptions) {
    this.station = new Station({ index: options.index, expectAll: options.mode.kind === 'live' });
    this.situation.changes.on(({ onAir }) => {
      this.station.configure({ onAir });
      this.publish(true);
    });
  }

  /** Takes a procedure that IT changed, or what it accepted as not monitored; the next tick shows it. */
  configure({ index, accepted }: StationProcedure): void {
    this.options = { ...this.options, index };
    this.station.configure({ index, accepted });
  }

  /** Metrics without which the station's state is unknown. */
  get required(): readonly MetricId[] {
    return this.options.index.required;
  }

  /** Takes the readings of one tick, maybe none, and ends the tick. @param at the station's clock, ms since 1970 */
  take(readings: readonly Reading[], at: number): void {
    for (const reading of readings) this.station.ingest(reading);
    const events = this.station.commit(at);
    for (const { metric, instance, at: readAt } of readings)
      this.recent.note(metric, instance, readAt, this.station.valueOf(metric, instance));
    this.tell(events);
    this.commits.emit();
    this.publish(events.length > 0);
  }

  /** Notes that somebody saw an incident; its popup can go. */
  acknowledge(id: string): void {
    const events = this.station.acknowledge(id);
    this.tell(events);
    if (events.length > 0) this.publish(true);
  }

  /** The last minutes of every series. */
  recentSeries(): RecentSeries[] {
    return this.recent.series(this.at);
  }

  private tell(events: readonly StationEvent[]): void {
    for (const event of events) {
      if (event.type === 'closed') this.today.add(event.incident);
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
    this.notices.push(notice);
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
    return { ...this.state(), mode: this.options.mode, parts: this.parts(), ended: this.today.list(this.at) };
  }

  /** Everything, now, for a page: the next update follows on it. */
  snapshot(): MonitorSnapshot {
    // What waits to be sent belongs to the state of before, for the pages that have it already.
    if (this.pendingUpdate) this.sendUpdate();
    const state = this.look();
    this.sentEnded = state.ended;
    this.sent = new Map(state.parts.map((part) => [part.part, JSON.stringify(part)]));
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
    const changed = this.parts().filter((part) => {
      const text = JSON.stringify(part);
      if (this.sent.get(part.part) === text) return false;
      this.sent.set(part.part, text);
      return true;
    });
    const ended = this.today.list(this.at);
    const news = ended === this.sentEnded ? {} : { ended };
    this.sentEnded = ended;
    this.updates.emit({ ...this.state(), ...news, parts: changed });
  }

  private state(): Omit<MonitorUpdate, 'parts' | 'ended'> {
    return {
      seq: this.seq,
      at: this.at,
      sampler: this.sampler,
      verdict: this.station.verdict,
      incidents: this.station.openIncidents,
      situation: this.situation.current,
      notices: [...this.notices],
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
