import type { IncidentState } from '../../shared/health/state.js';

/** Most incidents listed: a station that had more today has another problem than its list. */
const LISTED = 100;

/** The incidents that ended today, newest first. */
export class Today {
  private incidents: readonly IncidentState[] = [];

  /** Takes over an incident that ended. */
  add(incident: IncidentState): void {
    this.incidents = [incident, ...this.incidents].slice(0, LISTED);
  }

  /** Those since midnight of the day of `now`, ms since 1970; the same array as long as nothing changed. */
  list(now: number): readonly IncidentState[] {
    const midnight = new Date(now).setHours(0, 0, 0, 0);
    if (this.incidents.some((one) => (one.closedAt ?? 0) < midnight))
      this.incidents = this.incidents.filter((one) => (one.closedAt ?? 0) >= midnight);
    return this.incidents;
  }
}
