import type { IncidentState, StationEvent } from '../../shared/health/state.js';
import type { HappeningKind } from '../../shared/history/records.js';
import type { Monitor } from '../monitor/monitor.js';
import type { HistoryClient } from './client.js';

/** Readings are written this often, ms: killed, the program loses no more than these. */
const BATCH_MS = 60_000;

/** What a recorder listens to, and where it writes. */
export interface RecorderNeeds {
  readonly monitor: Pick<Monitor, 'events' | 'commits' | 'situation' | 'incidents' | 'drain' | 'at'>;
  readonly history: Pick<HistoryClient, 'store'>;
  /** Monotonic clock, ms. */
  readonly clock?: () => number;
}

/**
 * Writes what the station does into the history: incidents, popups and times on air as they happen, readings once a
 * minute. It has no timer; the station's ticks are its clock.
 */
export class Recorder {
  private readonly clock: () => number;
  private lastBatch: number;
  private onAir = false;
  /** Open incidents as they were stored last: a new peak makes another object, and no event. */
  private stored = new Map<string, IncidentState>();

  constructor(private readonly needs: RecorderNeeds) {
    this.clock = needs.clock ?? (() => performance.now());
    this.lastBatch = this.clock();
    const { events, commits, situation } = needs.monitor;
    events.on((event) => this.follow(event));
    commits.on(() => {
      if (this.clock() - this.lastBatch >= BATCH_MS) this.flush();
    });
    situation.changes.on(({ onAir }) => {
      if (onAir !== this.onAir) void needs.history.store({ type: 'on-air', at: Date.now(), onAir });
      this.onAir = onAir;
    });
  }

  /** Writes the readings up to now, and open incidents that changed. */
  flush(): void {
    const { monitor, history } = this.needs;
    this.lastBatch = this.clock();
    void history.store({ type: 'batch', at: Date.now(), series: monitor.drain() });
    for (const incident of monitor.incidents)
      if (this.stored.get(incident.id) !== incident) this.save(incident);
  }

  /** Writes all open incidents again, into a history that does not know them. */
  saveAll(): void {
    for (const incident of this.needs.monitor.incidents) this.save(incident);
  }

  /** Notes a defect, or a process of ours that ended by itself. */
  noteCrash(detail: string): void {
    void this.needs.history.store({
      type: 'happening',
      happening: { at: Date.now(), kind: 'crash', detail: detail.slice(0, 2_000) },
    });
  }

  private follow(event: StationEvent): void {
    switch (event.type) {
      case 'verdict':
        return;
      case 'flood':
        this.note('flood', event.at);
        return;
      case 'popup':
        this.note('popup', event.at, event.incident.id);
        return;
      case 'acknowledged':
        this.note('acknowledged', event.at, event.incident.id, event.incident.acknowledgedBy);
        this.save(event.incident);
        return;
      default:
        this.save(event.incident);
    }
  }

  private save(incident: IncidentState): void {
    if (incident.closedAt === null) this.stored.set(incident.id, incident);
    else this.stored.delete(incident.id);
    void this.needs.history.store({ type: 'incident', incident });
  }

  private note(kind: HappeningKind, at: number, incident?: string, by?: string): void {
    const happening = {
      at,
      kind,
      ...(incident !== undefined && { incident }),
      ...(by !== undefined && { by }),
    };
    void this.needs.history.store({ type: 'happening', happening });
  }
}
