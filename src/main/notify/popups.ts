import { incidentMessage, incidentTitle, type Speech } from '../../shared/health/messages.js';
import type { IncidentState, StationEvent } from '../../shared/health/state.js';

/** Title and text of a popup about an incident. */
export interface PopupText {
  readonly title: string;
  readonly body: string;
}

/** What a popup says: which part, value, side of the limit, since when, clause, first thing to do. */
export function popupText(incident: IncidentState, now: number, speech: Speech): PopupText {
  return { title: incidentTitle(incident.metric, speech), body: incidentMessage(incident, now, speech) };
}

/** Calls out every popup of the station, once each. */
export function onPopup(show: (incident: IncidentState, at: number) => void): (event: StationEvent) => void {
  return (event) => {
    if (event.type === 'popup') show(event.incident, event.at);
  };
}
