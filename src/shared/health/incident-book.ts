import { seriesKey } from '../metrics/reading.js';
import { type Announcement, Announcer, isOverdue, type Surroundings } from './announcer.js';
import type { FloodLimiter } from './flood.js';
import { groupOf } from './groups.js';
import type { OpenIncident, Step } from './incident.js';
import {
  applyAction,
  type IncidentAction,
  type LifeCycle,
  openIncidentOf,
  PAST_EVENTS,
  reopened,
  unhandled,
} from './life-cycle.js';
import type { Series } from './series.js';
import type { IncidentEventType, IncidentState, StationEvent } from './state.js';

const LEVELS = { 1: 'warning', 2: 'fault' } as const;

/** Keeps the open incidents, gives them their identity, and tells what happens to them. */
export class IncidentBook {
  private readonly byKey = new Map<string, IncidentState>();
  /** The last closed incident of every series, for opening it again. */
  private readonly closed = new Map<string, IncidentState>();
  private readonly announcer: Announcer;

  constructor(
    flood: FloodLimiter,
    public lifeCycle: LifeCycle,
  ) {
    this.announcer = new Announcer(flood);
  }

  /** Open incidents, oldest first. */
  get open(): readonly IncidentState[] {
    return [...this.byKey.values()];
  }

  /** The incident of a series: the open one, else the last closed one. */
  of(key: string): IncidentState | undefined {
    return this.byKey.get(key) ?? this.closed.get(key);
  }

  /** Goes on with an incident of an earlier run. */
  adopt(incident: IncidentState): void {
    const key = keyOf(incident);
    if (incident.closedAt !== null) {
      this.closed.set(key, incident);
      return;
    }
    this.byKey.set(key, incident);
    this.announcer.adopt(incident, this.lifeCycle);
  }

  /**
   * Notes what people did about an incident, open or just closed; what is said of a cause holds for its whole group,
   * a false alarm and a step only for the one. @returns key and state of what changed
   */
  act(id: string, action: IncidentAction, at: number): Map<string, IncidentState> {
    const alone = action.type === 'false-alarm' || action.type === 'tick';
    const all = [...this.closed, ...this.byKey];
    const group = all.find(([, one]) => one.id === id)?.[1];
    const changed = new Map<string, IncidentState>();
    for (const [key, incident] of all) {
      const concerns =
        incident.id === id ||
        (!alone && incident.closedAt === null && group && groupOf(incident) === groupOf(group));
      const after = concerns ? applyAction(incident, action, at) : undefined;
      if (!after) continue;
      this.keep(key, after);
      changed.set(key, after);
    }
    return changed;
  }

  /** Notes more about an incident: what a person or the program found out. @returns it; undefined: it is not known */
  note(id: string, more: Partial<IncidentState>): IncidentState | undefined {
    for (const [key, incident] of [...this.closed, ...this.byKey]) {
      if (incident.id !== id) continue;
      const noted = { ...incident, ...more };
      this.keep(key, noted);
      return noted;
    }
    return undefined;
  }

  /** Ends an incident whose cause no longer concerns the station. @returns whether there was one */
  close(key: string, at: number, events: StationEvent[]): boolean {
    const known = this.byKey.get(key);
    if (!known) return false;
    const incident = { ...known, closedAt: at };
    this.byKey.delete(key);
    this.closed.set(key, incident);
    events.push({ type: 'closed', at, incident });
    return true;
  }

  /** Takes over one step of a series' reducer. @returns whether the set of incidents or a level changed */
  follow(series: Series, step: Step, at: number, events: StationEvent[]): boolean {
    const open = step.track.incident;
    if (step.transition === 'opened' && open) this.opened(series, open, at, events);
    else if (step.transition === 'closed') this.close(series.key, at, events);
    else return open ? this.updated(series, step, open, at, events) : false;
    return true;
  }

  /** Announces what has waited for it, and once more what nobody acknowledges. */
  sweep(at: number, events: StationEvent[]): void {
    for (const incident of this.announcer.due(this.around(at)))
      this.tell('updated', keyOf(incident), this.announcer.announce(incident, this.around(at)), at, events);
    if (this.lifeCycle.escalateMs === null) return;
    const around = this.around(at);
    for (const [key, known] of this.byKey) {
      if (!isOverdue(known, around)) continue;
      const incident = { ...known, escalatedAt: at };
      this.byKey.set(key, incident);
      events.push({ type: 'escalated', at, incident });
    }
  }

  private opened(series: Series, open: OpenIncident, at: number, events: StationEvent[]): void {
    const { key } = series;
    const before = this.closed.get(key);
    this.closed.delete(key);
    // Less than nothing: the clock was set back meanwhile, and it is the same trouble all the same.
    const isBack = before?.closedAt != null && at - before.closedAt <= this.lifeCycle.reopenMs;
    if (!before || !isBack || PAST_EVENTS.has(series.metric)) {
      const announcement = this.announcer.opened(describe(series, open), this.around(at));
      this.tell('opened', key, announcement, at, events);
      return;
    }
    const incident = reopened(before, open, at);
    series.track = { ...series.track, incident: openIncidentOf(incident) };
    const isNews = incident.acknowledgedAt === undefined && incident.resolution === undefined;
    const announcement: Announcement = isNews
      ? this.announcer.announce(incident, this.around(at))
      : { incident, decision: 'wait' };
    this.tell('reopened', key, announcement, at, events);
  }

  private updated(
    series: Series,
    step: Step,
    open: OpenIncident,
    at: number,
    events: StationEvent[],
  ): boolean {
    const known = this.byKey.get(series.key);
    if (!known) return false;
    const level = LEVELS[open.level];
    if (level === known.level && open.samples === known.samples) return false;
    const limit = series.breached ?? known.limit;
    const { transition } = step;
    const incident: IncidentState = {
      // Who saw a warning has not seen the fault that it became.
      ...(transition === 'raised' ? unhandled(known) : known),
      level,
      severity: LEVELS[open.worst],
      samples: open.samples,
      peak: open.peak,
      ...(transition === 'raised' && limit && { limit }),
    };
    this.byKey.set(series.key, incident);
    if (transition === 'raised')
      this.tell('raised', series.key, this.announcer.announce(incident, this.around(at)), at, events);
    if (transition === 'lowered') events.push({ type: 'lowered', at, incident });
    return level !== known.level;
  }

  /** Keeps what was decided about an incident, and says what happened to it and that it is announced. */
  private tell(
    type: IncidentEventType,
    key: string,
    { incident, decision }: Announcement,
    at: number,
    events: StationEvent[],
  ): void {
    this.byKey.set(key, incident);
    events.push({ type, at, incident });
    if (decision === 'show') events.push({ type: 'popup', at, incident });
    if (decision === 'notice') events.push({ type: 'flood', at });
  }

  private around(at: number): Surroundings {
    return { open: this.open, lifeCycle: this.lifeCycle, at };
  }

  private keep(key: string, incident: IncidentState): void {
    (incident.closedAt === null ? this.byKey : this.closed).set(key, incident);
  }
}

const keyOf = ({ metric, instance }: IncidentState): string => seriesKey(metric, instance);

function describe(series: Series, open: OpenIncident): IncidentState {
  const { resolved, breached, reading, metric, instance } = series;
  const range = resolved?.range;
  return {
    id: `${series.key.replace('\u0000', '#')}@${open.openedAt}`,
    clause: resolved?.clause.id ?? '',
    part: resolved?.clause.part ?? 'system',
    metric,
    ...(instance !== undefined && { instance }),
    level: LEVELS[open.level],
    severity: LEVELS[open.worst],
    since: open.since,
    openedAt: open.openedAt,
    popupAt: null,
    closedAt: null,
    samples: open.samples,
    peak: open.peak,
    unit: reading.unit,
    ...(breached && { limit: breached }),
    ...(range && { range }),
    ...(reading.note !== undefined && { note: reading.note }),
    ...(series.gone !== undefined && { gone: series.gone }),
  };
}
