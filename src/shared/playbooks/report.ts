import { formatDuration } from '../format/duration.js';
import { formatMoment } from '../format/time.js';
import { incidentTitle, metricMessage, type Speech } from '../health/messages.js';
import { verdictSentence } from '../health/sentences.js';
import type { IncidentState } from '../health/state.js';
import type { MonitorSnapshot } from '../ipc/contract.js';
import type { MetricId } from '../metrics/dictionary.js';
import { PLAYBOOKS, type PlaybookId } from './playbooks.js';
import { playbookTitle, stepText } from './texts.js';

/** What a summary for IT is made from. */
export interface ReportSources {
  readonly station: string;
  readonly playbook: PlaybookId;
  /** The incident it is about; undefined: the playbook was opened by hand. */
  readonly incident?: IncidentState | undefined;
  /** Ids of the steps that were done. */
  readonly done: readonly string[];
  readonly state: MonitorSnapshot;
}

/** A summary that can be pasted into a chat: where, what, since when, values now, and what was done about it. */
export function playbookReport(sources: ReportSources, speech: Speech): string {
  const { station, playbook, incident, done, state } = sources;
  const { t } = speech;
  const steps = PLAYBOOKS[playbook];
  const listed = (wanted: boolean): string =>
    steps
      .filter(({ id }) => done.includes(id) === wanted)
      .map(({ id }) => stepText(playbook, id, t))
      .join(t('playbook.text.separator'));
  const title = incident ? incidentTitle(incident, speech) : playbookTitle(playbook, t);
  const values = valuesNow(
    steps.flatMap(({ metrics }) => metrics ?? []),
    state,
    speech,
  );
  const [made, left] = [listed(true), listed(false)];
  return [
    t('playbook.text.head', { station, title }),
    ...(incident ? [stateLine(incident, state.at, speech)] : []),
    ...(values ? [t('playbook.text.now', { values })] : []),
    t('playbook.text.verdict', { verdict: verdictSentence(state, speech) }),
    ...(made ? [t('playbook.text.done', { steps: made })] : []),
    ...(left ? [t('playbook.text.open', { steps: left })] : []),
    ...(incident?.closedAt === null ? [t('playbook.text.help')] : []),
  ].join('\n');
}

function stateLine(incident: IncidentState, now: number, { t, language }: Speech): string {
  const { severity, since, closedAt } = incident;
  return t(closedAt === null ? 'playbook.text.state' : 'playbook.text.over', {
    level: t(`judgement.${severity}`),
    time: formatMoment(since, now, language),
    duration: formatDuration((closedAt ?? now) - since, t),
  });
}

/** Each metric once, by its leading series, else by all of them. */
function valuesNow(metrics: readonly MetricId[], { parts }: MonitorSnapshot, speech: Speech): string {
  const states = parts.flatMap((part) => part.metrics);
  return [...new Set(metrics)]
    .flatMap((metric) => {
      const own = states.filter((one) => one.metric === metric);
      const lead = own.filter(({ instance }) => instance === undefined);
      return (lead.length > 0 ? lead : own).map((one) => metricMessage(one, speech, { advice: false }));
    })
    .join(speech.t('playbook.text.separator'));
}
