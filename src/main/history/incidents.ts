import { applyAction, type IncidentAction, PAST_EVENTS } from '../../shared/health/life-cycle.js';
import type { IncidentState } from '../../shared/health/state.js';
import { INCIDENTS_LIMIT, type IncidentQuery, recordState } from '../../shared/history/records.js';
import { type Cell, type Sqlite, textOf } from './database.js';
import { addHappening } from './timeline.js';

/** Stores an incident as it is now, in the place of what was stored under its id. */
export function saveIncident(db: Sqlite, incident: IncidentState): void {
  const { id, clause, part, metric, instance, openedAt, closedAt, severity } = incident;
  db.run(
    'INSERT OR REPLACE INTO incident VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    clause,
    part,
    metric,
    instance ?? null,
    openedAt,
    closedAt,
    severity,
    recordState(incident),
    JSON.stringify(incident),
  );
}

/** How long past events are counted, and so what settles them matters, ms: seven days and one to spare. */
const COUNTED_MS = 8 * 24 * 3_600_000;

/**
 * Incidents that the next run goes on with, oldest first: open ones, those that may still come back, and those whose
 * resolution settled past events.
 */
export function carriedOn(db: Sqlite, now: number, reopenMs: number): IncidentState[] {
  const events = [...PAST_EVENTS];
  return read(
    db.rows(
      `SELECT CAST(json AS BLOB) FROM incident
       WHERE closed_at IS NULL OR closed_at >= ?
         OR (opened_at >= ? AND metric IN (${events.map(() => '?').join(', ')}))
       ORDER BY closed_at IS NULL, opened_at LIMIT ${INCIDENTS_LIMIT}`,
      now - reopenMs,
      now - COUNTED_MS,
      ...events,
    ),
  );
}

/** Incidents of a stretch of time, newest first, {@link INCIDENTS_LIMIT} at most. */
export function listIncidents(db: Sqlite, query: IncidentQuery): IncidentState[] {
  const conditions = ['opened_at < ?', '(closed_at IS NULL OR closed_at >= ?)'];
  const values: Cell[] = [query.to, query.from];
  for (const column of ['part', 'metric', 'severity', 'state'] as const) {
    const wanted = query[column];
    if (wanted === undefined) continue;
    conditions.push(`${column} = ?`);
    values.push(wanted);
  }
  return read(
    db.rows(
      `SELECT CAST(json AS BLOB) FROM incident WHERE ${conditions.join(' AND ')} ORDER BY opened_at DESC LIMIT ${INCIDENTS_LIMIT}`,
      ...values,
    ),
  );
}

/** The incident of an id; null: there is none. */
export function findIncident(db: Sqlite, id: string): IncidentState | null {
  return read(db.rows('SELECT CAST(json AS BLOB) FROM incident WHERE id = ?', id))[0] ?? null;
}

/** Notes what people did about a stored incident. @returns it as it is now; null: there is none, or nothing to change */
export function handleIncident(
  db: Sqlite,
  id: string,
  action: IncidentAction,
  at: number,
): IncidentState | null {
  const known = findIncident(db, id);
  const changed = known && applyAction(known, action, at);
  if (!changed) return null;
  saveIncident(db, changed);
  if (action.type === 'acknowledge')
    addHappening(db, {
      at,
      kind: 'acknowledged',
      incident: id,
      ...(action.by !== undefined && { by: action.by }),
    });
  return changed;
}

/** A row that is not what we write, of a file that somebody edited, is left out: the others still count. */
function read(rows: readonly (readonly Cell[])[]): IncidentState[] {
  return rows.flatMap(([json]) => {
    try {
      const incident = JSON.parse(textOf(json));
      return typeof incident?.id === 'string' && typeof incident.openedAt === 'number' ? [incident] : [];
    } catch {
      return [];
    }
  });
}
