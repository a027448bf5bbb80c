import type { MetricId } from '../metrics/dictionary.js';
import { incidentTitle, type Speech } from './messages.js';
import type { IncidentState, PartState, Verdict } from './state.js';
import { unreadableMetrics } from './verdict.js';

/** What a verdict is said from. */
export interface Situation {
  readonly verdict: Verdict;
  /** Open incidents. */
  readonly incidents: readonly IncidentState[];
  readonly parts: readonly PartState[];
  /** What people told the program about this moment. */
  readonly situation?: { readonly onAir: boolean };
}

/** Names of metrics that are listed before the rest is counted. */
const LISTED = 3;

/** Whether nothing has been read yet, so that there is nothing to judge. */
export function isStarting({ parts }: Pick<Situation, 'parts'>): boolean {
  return parts.every((part) => part.metrics.length === 0);
}

/** The station's verdict as one sentence: `先处理再开播：CPU 温度过高`. */
export function verdictSentence(situation: Situation, speech: Speech): string {
  const { verdict, incidents } = situation;
  const isOnAir = situation.situation?.onAir ?? false;
  const { t } = speech;
  if (isStarting(situation)) return t('verdict.starting');
  switch (verdict.judgement) {
    case 'ok':
      return t(isOnAir ? 'verdict.onAir.ok' : 'verdict.ok');
    case 'unknown': {
      const unreadable = unreadableMetrics(verdict, situation.parts);
      return unreadable.length > 0
        ? t('verdict.unknown', { missing: metricList(unreadable, speech) })
        : t('verdict.starting');
    }
    case 'warning':
    case 'fault': {
      const cause = incidents.find((incident) => incident.id === verdict.incident);
      const key = isOnAir
        ? (`verdict.onAir.${verdict.judgement}` as const)
        : (`verdict.${verdict.judgement}` as const);
      return t(key, { cause: cause ? incidentTitle(cause, speech) : '' });
    }
  }
}

/** What the sentence leaves out, each in words: advisories, unreadable metrics, and those IT took out. */
export function verdictNotes(verdict: Verdict, speech: Speech): string[] {
  const { t } = speech;
  const { advisories, unreadable, accepted } = verdict;
  return [
    ...(advisories > 0 ? [t('verdict.advisories', { count: advisories })] : []),
    ...(unreadable > 0 ? [t('verdict.unreadable', { count: unreadable })] : []),
    ...(accepted.length > 0 ? [t('verdict.accepted', { metrics: metricList(accepted, speech) })] : []),
  ];
}

function metricList(metrics: readonly MetricId[], { t }: Speech): string {
  const names = metrics.slice(0, LISTED).map((metric) => t(`metric.${metric}`));
  const list = names.join(t('list.separator'));
  return metrics.length > LISTED ? t('verdict.more', { list, count: metrics.length }) : list;
}
