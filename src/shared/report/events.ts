import type { IncidentState } from '../health/state.js';
import type { Happening } from '../history/records.js';

/** What can stand in the course of an incident; texts are `report.event.NAME`. */
export type ReportEventKind =
  | 'began'
  | 'opened'
  | 'popup'
  | 'escalated'
  | 'acknowledged'
  | 'step'
  | 'reopened'
  | 'resolved'
  | 'false-alarm'
  | 'closed';

/** One line of the course of an incident. */
export interface ReportEvent {
  readonly at: number;
  readonly kind: ReportEventKind;
  /** Who did it; a name for people. */
  readonly by?: string;
  /** Id of the step that was ticked. */
  readonly step?: string;
}

/** What happened and who did what, in the order of time; at one moment in the order in which it must have been. */
export function reportEvents(incident: IncidentState, happenings: readonly Happening[]): ReportEvent[] {
  const { id, since, openedAt, escalatedAt, acknowledgedAt, acknowledgedBy, reopenedAt, closedAt } = incident;
  const { resolution, steps = [] } = incident;
  const once = (kind: ReportEventKind, at: number | null | undefined, by?: string): ReportEvent[] =>
    at == null ? [] : [{ at, kind, ...(by !== undefined && { by }) }];
  const popups = happenings.filter((one) => one.kind === 'popup' && one.incident === id);
  const events = [
    ...once('began', since),
    ...once('opened', openedAt),
    // What happened before the history was kept is known from the incident alone.
    ...(popups.length > 0 ? popups.flatMap(({ at }) => once('popup', at)) : once('popup', incident.popupAt)),
    ...once('escalated', escalatedAt),
    ...once('acknowledged', acknowledgedAt, acknowledgedBy),
    ...steps.map(
      ({ step, at, by }): ReportEvent => ({
        at,
        kind: 'step',
        step,
        ...(by !== undefined && { by }),
      }),
    ),
    ...once('reopened', reopenedAt),
    ...once(resolution?.kind ?? 'resolved', resolution?.at, resolution?.by),
    ...once('closed', closedAt),
  ];
  return events.sort((a, b) => a.at - b.at);
}
