import { formatDuration } from '../../shared/format/duration.js';
import { incidentMessage, incidentTitle, type Speech } from '../../shared/health/messages.js';
import type { IncidentState } from '../../shared/health/state.js';
import type { Mode } from '../../shared/ipc/contract.js';

/** Title and text of a notification about an incident. */
export interface PopupText {
  readonly title: string;
  readonly body: string;
}

/** What a notification says: which part, value, side of the limit, since when, clause, first thing to do. */
export function popupText(incident: IncidentState, now: number, mode: Mode, speech: Speech): PopupText {
  const body = incidentMessage(incident, now, speech);
  return { title: incidentTitle(incident, speech), body: labelled(body, mode, speech) };
}

/** What a notification says about a fault that is over: which, and how long it lasted. */
export function recoveryText(incident: IncidentState, mode: Mode, speech: Speech): PopupText {
  const { t } = speech;
  const { since, closedAt } = incident;
  const title = incidentTitle(incident, speech);
  const duration = formatDuration((closedAt ?? since) - since, t);
  const body = t('popup.recovered.note', { title, duration });
  return { title: t('popup.recovered'), body: labelled(body, mode, speech) };
}

/** A recording must not be taken for this computer now. */
const labelled = (text: string, mode: Mode, { t }: Speech): string =>
  mode.kind === 'replay' ? t(mode.isDemo ? 'notice.demo' : 'notice.replayed', { text }) : text;
