import { formatValue } from '../../shared/format/value.js';
import { incidentTitle, metricMessage, type Speech } from '../../shared/health/messages.js';
import { verdictNotes, verdictSentence } from '../../shared/health/sentences.js';
import type { IncidentState, MetricState, PartState } from '../../shared/health/state.js';
import type { MonitorSnapshot } from '../../shared/ipc/contract.js';
import { SIGNS } from './signs.js';
import { padText, textWidth } from './width.js';

/** The whole state: verdict, then one line per part, then what each part lacks. */
export function stateText(state: MonitorSnapshot, speech: Speech): string {
  const { t } = speech;
  const words = state.parts.map(
    (part) => [t(`part.${part.part}`), t(`judgement.${part.judgement}`)] as const,
  );
  const columns = [0, 1].map((i) => Math.max(...words.map((row) => textWidth(row[i as 0 | 1]))));
  const lines = state.parts.flatMap((part, i) => {
    const [name = '', judgement = ''] = words[i] ?? [];
    const head = `${SIGNS[part.judgement]} ${padText(name, columns[0] ?? 0)}  ${padText(judgement, columns[1] ?? 0)}`;
    return [`${head}  ${values(part, speech)}`.trimEnd(), ...troubles(part, speech)];
  });
  const notes = verdictNotes(state.verdict, speech).map((note) => `  ${note}`);
  return [verdictLine(state, speech), ...notes, '', ...lines, ''].join('\n');
}

/** A change of the verdict as one line: `14:03:12 ✗ 先处理再开播：CPU 温度过高`. */
export function verdictLine(state: MonitorSnapshot, speech: Speech): string {
  const sign = SIGNS[state.verdict.judgement];
  return `${clock(state.at, speech)} ${sign} ${verdictSentence(state, speech)}`;
}

/** A popup as one line. It begins with the incident's id, for programs that read along. */
export function popupLine(incident: IncidentState, speech: Speech): string {
  return `popup ${incident.id} ${incident.level} ${incidentTitle(incident, speech)}`;
}

function values(part: PartState, { t, language }: Speech): string {
  return leading(part)
    .filter((metric) => metric.value !== null)
    .map(
      (metric) =>
        `${t(`metric.${metric.metric}`)} ${formatValue(metric.metric, metric.value ?? 0, t, language).text}`,
    )
    .join(' · ');
}

function troubles(part: PartState, speech: Speech): string[] {
  return leading(part)
    .filter((metric) => metric.value === null && metric.required)
    .map((metric) => `    ${metricMessage(metric, speech)}`);
}

/** One series per metric: the leading one, without its instances. */
function leading(part: PartState): MetricState[] {
  const seen = new Map<string, MetricState>();
  for (const metric of part.metrics)
    if (!seen.has(metric.metric) || metric.instance === undefined) seen.set(metric.metric, metric);
  return [...seen.values()];
}

function clock(at: number, { language }: Speech): string {
  return new Date(at).toLocaleTimeString(language, { hourCycle: 'h23' });
}
