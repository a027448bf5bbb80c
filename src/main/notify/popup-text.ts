import { incidentMessage, incidentTitle, type Speech } from '../../shared/health/messages.js';
import type { IncidentState } from '../../shared/health/state.js';
import type { Mode } from '../../shared/ipc/contract.js';

/** Title and text of a notification about an incident. */
export interface PopupText {
  readonly title: string;
  readonly body: string;
}

/** What a notification says: which part, value, side of the limit, since when, clause, first thing to do. */
export function popupText(
  incident: IncidentState,
  now: number,
  mode: Mode['kind'],
  speech: Speech,
): PopupText {
  const body = incidentMessage(incident, now, speech);
  return {
    title: incidentTitle(incident.metric, speech),
    // A recording must not be taken for this computer now.
    body: mode === 'replay' ? speech.t('notice.replayed', { text: body }) : body,
  };
}
