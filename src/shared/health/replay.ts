import type { Reading } from '../metrics/reading.js';
import type { IncidentState, Verdict } from './state.js';
import type { Station } from './station.js';

/** What a trace would have done to the station. Times are those of the trace. */
export interface ReplayResult {
  /** null: the trace held no reading. */
  readonly span: { readonly from: number; readonly to: number } | null;
  /** Changes of the verdict only. */
  readonly verdicts: readonly { readonly at: number; readonly verdict: Verdict['judgement'] }[];
  /** Every incident in its final state, in the order of opening. */
  readonly incidents: readonly IncidentState[];
  readonly popups: number;
}

/** Plays readings through a station, one commit per time stamp, in the order in which they stand. */
export class Replay {
  private readonly verdicts: { at: number; verdict: Verdict['judgement'] }[] = [];
  private readonly incidents = new Map<string, IncidentState>();
  private popups = 0;
  private from: number | null = null;
  private at: number | null = null;

  constructor(private readonly station: Station) {}

  /** Plays one reading. */
  play(reading: Reading): void {
    if (reading.at !== this.at) this.commit();
    this.from ??= reading.at;
    this.at = reading.at;
    this.station.ingest(reading);
  }

  /** Ends the trace. */
  finish(): ReplayResult {
    this.commit();
    // The peak of an incident moves without an event of its own.
    for (const open of this.station.openIncidents) this.incidents.set(open.id, open);
    return {
      span: this.from === null || this.at === null ? null : { from: this.from, to: this.at },
      verdicts: this.verdicts,
      incidents: [...this.incidents.values()],
      popups: this.popups,
    };
  }

  private commit(): void {
    if (this.at === null) return;
    for (const event of this.station.commit(this.at)) {
      if (event.type === 'verdict') this.verdicts.push({ at: event.at, verdict: event.judgement });
      else if (event.type === 'popup') this.popups += 1;
      else if (event.type !== 'flood') this.incidents.set(event.incident.id, event.incident);
    }
  }
}
