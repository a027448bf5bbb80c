import { TIER_PERIOD_MS } from '../metrics/dictionary.js';
import { seriesKey } from '../metrics/reading.js';
import { STALE_PERIODS } from './cadence.js';
import { QUIET } from './incident.js';
import { openIncidentOf } from './life-cycle.js';
import type { Series } from './series.js';
import type { IncidentState } from './state.js';

/** How long an incident of an earlier run waits for a reading of its series, ms: three periods of the rarest. */
export const ADOPTION_MS = TIER_PERIOD_MS.rare * STALE_PERIODS;

/** Incidents of an earlier run that wait for the first reading of their series. */
export class Adoption {
  private readonly waiting = new Map<string, IncidentState>();
  private startedAt: number | null = null;

  /** Takes them; of several of one series the last counts. */
  take(incidents: readonly IncidentState[]): void {
    for (const incident of incidents)
      this.waiting.set(seriesKey(incident.metric, incident.instance), incident);
  }

  /** A series that came: it goes on where the earlier run was. */
  claim(series: Series): void {
    const incident = this.waiting.get(series.key);
    if (!incident) return;
    this.waiting.delete(series.key);
    series.settled = incident.resolution?.settles ?? 0;
    if (incident.closedAt === null) series.track = { ...QUIET, incident: openIncidentOf(incident) };
  }

  /** Series that never came, so that nobody can tell whether their trouble lasts; each is named once. */
  abandoned(at: number): string[] {
    this.startedAt ??= at;
    if (this.waiting.size === 0 || at - this.startedAt < ADOPTION_MS) return [];
    const keys = [...this.waiting.keys()];
    this.waiting.clear();
    return keys;
  }
}
