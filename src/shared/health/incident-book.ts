import type { FloodLimiter } from './flood.js';
import type { OpenIncident, Step } from './incident.js';
import type { Series } from './series.js';
import type { IncidentState, StationEvent } from './state.js';

const LEVELS = { 1: 'warning', 2: 'fault' } as const;

/** Keeps the open incidents, gives them their identity, and decides about popups. */
export class IncidentBook {
  private readonly byKey = new Map<string, IncidentState>();

  constructor(private readonly flood: FloodLimiter) {}

  /** Open incidents, oldest first. */
  get open(): readonly IncidentState[] {
    return [...this.byKey.values()];
  }

  /** Notes that somebody saw an incident. @returns it; undefined when it is not open, or was acknowledged before */
  acknowledge(id: string, at: number): IncidentState | undefined {
    for (const [key, incident] of this.byKey) {
      if (incident.id !== id || incident.acknowledgedAt !== undefined) continue;
      const acknowledged = { ...incident, acknowledgedAt: at };
      this.byKey.set(key, acknowledged);
      return acknowledged;
    }
    return undefined;
  }

  /** Takes over one step of a series' reducer. @returns whether the set of incidents or a level changed */
  follow(series: Series, step: Step, at: number, events: StationEvent[]): boolean {
    const known = this.byKey.get(series.key);
    switch (step.transition) {
      case 'opened':
        if (step.track.incident) this.opened(series, step.track.incident, at, events);
        return true;
      case 'closed':
        this.byKey.delete(series.key);
        if (known) events.push({ type: 'closed', at, incident: { ...known, closedAt: at } });
        return true;
      default:
        return known && step.track.incident
          ? this.updated(series, known, step, step.track.incident, at, events)
          : false;
    }
  }

  private opened(series: Series, open: OpenIncident, at: number, events: StationEvent[]): void {
    const decision = this.flood.decide(at);
    const incident = describe(series, open, decision === 'show' ? at : null);
    this.byKey.set(series.key, incident);
    events.push({ type: 'opened', at, incident });
    if (decision === 'show') events.push({ type: 'popup', at, incident });
    if (decision === 'notice') events.push({ type: 'flood', at });
  }

  private updated(
    series: Series,
    known: IncidentState,
    step: Step,
    open: OpenIncident,
    at: number,
    events: StationEvent[],
  ): boolean {
    const level = LEVELS[open.level];
    if (level === known.level && open.peak === known.peak) return false;
    const limit = series.breached ?? known.limit;
    const { acknowledgedAt, ...unseen } = known;
    const incident: IncidentState = {
      // Who saw a warning has not seen the fault that it became.
      ...(step.transition === 'raised' ? unseen : known),
      level,
      severity: LEVELS[open.worst],
      peak: open.peak,
      ...(step.transition === 'raised' && limit && { limit }),
    };
    this.byKey.set(series.key, incident);
    if (step.transition === 'raised' || step.transition === 'lowered')
      events.push({ type: step.transition, at, incident });
    if (step.transition === 'raised') this.announceRise(incident, at, events);
    return level !== known.level;
  }

  /** A rise from warning to fault is news of its own: one more popup. */
  private announceRise(incident: IncidentState, at: number, events: StationEvent[]): void {
    const decision = this.flood.decide(at);
    if (decision === 'show') events.push({ type: 'popup', at, incident });
    if (decision === 'notice') events.push({ type: 'flood', at });
  }
}

function describe(series: Series, open: OpenIncident, popupAt: number | null): IncidentState {
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
    popupAt,
    closedAt: null,
    peak: open.peak,
    unit: reading.unit,
    ...(breached && { limit: breached }),
    ...(range && { range }),
    ...(reading.note !== undefined && { note: reading.note }),
  };
}
