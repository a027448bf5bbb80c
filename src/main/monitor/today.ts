import { applyAction, type IncidentAction } from '../../shared/health/life-cycle.js';
import type { IncidentState, StationEvent } from '../../shared/health/state.js';

/** Most incidents listed: a station that had more today has another problem than its list. */
const LISTED = 100;

/** The incidents that ended today, newest first. */
export class Today {
  private incidents: readonly IncidentState[] = [];

  /** Keeps up with an incident: it ended, came back, or something was said about it afterwards. */
  follow(incident: IncidentState): void {
    const known = this.incidents.some(({ id }) => id === incident.id);
    if (incident.closedAt === null) {
      if (known) this.incidents = this.incidents.filter(({ id }) => id !== incident.id);
    } else if (known) {
      this.incidents = this.incidents.map((one) => (one.id === incident.id ? incident : one));
    } else {
      this.incidents = [incident, ...this.incidents].slice(0, LISTED);
    }
  }

  /** Notes what people say about an incident that is over; the station itself forgot it. */
  handle(id: string, action: IncidentAction, at: number): StationEvent[] {
    const known = this.incidents.find((one) => one.id === id);
    const incident = known && applyAction(known, action, at);
    if (!incident) return [];
    return [
      {
        type: action.type === 'resolve' || action.type === 'false-alarm' ? 'resolved' : 'updated',
        at,
        incident,
      },
    ];
  }

  /** Those since midnight of the day of `now`, ms since 1970; the same array as long as nothing changed. */
  list(now: number): readonly IncidentState[] {
    const midnight = new Date(now).setHours(0, 0, 0, 0);
    if (this.incidents.some((one) => (one.closedAt ?? 0) < midnight))
      this.incidents = this.incidents.filter((one) => (one.closedAt ?? 0) >= midnight);
    return this.incidents;
  }
}
