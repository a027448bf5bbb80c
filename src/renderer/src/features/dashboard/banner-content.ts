import {
  firstAction,
  incidentTitle,
  metricMessage,
  missingAdvice,
  missingReason,
  type Speech,
} from '../../../../shared/health/messages.js';
import { verdictNotes, verdictSentence } from '../../../../shared/health/sentences.js';
import type { IncidentState, MetricState, PartState } from '../../../../shared/health/state.js';
import { unreadableMetrics } from '../../../../shared/health/verdict.js';
import type { MonitorSnapshot } from '../../../../shared/ipc/contract.js';
import type { Part } from '../../../../shared/sop/schema.js';
import type { Tone } from '../../ui/JudgementIcon.js';
import { isSettling } from './phase.js';

/** What the banner says about the station. */
export interface BannerContent {
  readonly tone: Tone;
  readonly sentence: string;
  /** Short facts below the sentence. */
  readonly details: readonly string[];
  /** Since when the worst incident lasts. */
  readonly since?: number;
  /** Since when the verdict is what it is, where no incident says how long. */
  readonly from?: number;
  /** The first thing to do. */
  readonly action?: string;
  /** The part it is about. */
  readonly part?: Part;
}

/** Puts a snapshot into the words of the banner; null is the moment before the first one. */
export function bannerContent(snapshot: MonitorSnapshot | null, speech: Speech): BannerContent {
  const { t } = speech;
  if (!snapshot || isSettling(snapshot))
    return { tone: 'starting', sentence: t('verdict.starting'), details: [t('ui.starting.note')] };
  const { verdict, incidents, parts } = snapshot;
  const base = { tone: verdict.judgement, sentence: verdictSentence(snapshot, speech) };
  const notes = verdictNotes(verdict, speech);
  const states = parts.flatMap((part) => part.metrics);
  const cause = incidents.find((incident) => incident.id === verdict.incident);
  if (cause)
    return {
      ...base,
      details: [causeMessage(cause, stateOf(cause, parts), speech)],
      since: cause.since,
      action: firstAction(cause, speech),
      part: cause.part,
    };
  const [missing] = unreadableMetrics(verdict, parts);
  if (verdict.judgement !== 'unknown' || missing === undefined)
    return { ...base, from: verdict.since, details: notes.length > 0 ? notes : [t('ui.verdict.clear')] };
  const state = states.find((one) => one.metric === missing);
  const part = parts.find((one) => state && one.metrics.includes(state));
  const reason = state?.missing ?? 'unsupported';
  const action = missingAdvice(state ?? { metric: missing, missing: reason }, speech);
  return {
    ...base,
    from: verdict.since,
    details: [
      t('ui.verdict.reason', {
        metric: t(`metric.${missing}`),
        reason: missingReason(missing, reason, speech),
      }),
    ],
    ...(action && { action }),
    ...(part && { part: part.part }),
  };
}

/** The series that an incident is about, as it is now. */
export function stateOf(incident: IncidentState, parts: readonly PartState[]): MetricState | undefined {
  return parts
    .find((part) => part.part === incident.part)
    ?.metrics.find((state) => state.metric === incident.metric && state.instance === incident.instance);
}

/** The value now and the limit that the incident is about; the limit stays while the value recovers. */
export function causeMessage(
  incident: IncidentState,
  state: MetricState | undefined,
  speech: Speech,
): string {
  if (incident.gone !== undefined) return speech.t('incident.gone.note');
  if (!state) return incidentTitle(incident, speech);
  return metricMessage(incident.limit ? { ...state, limit: incident.limit } : state, speech, {
    advice: false,
  });
}
