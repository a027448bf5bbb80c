import { byTrouble, collectorName, collectorWords } from '../../shared/diagnostics/collectors.js';
import { costWords, programFacts } from '../../shared/diagnostics/program.js';
import type { DiagnosticsView, LogEntry } from '../../shared/diagnostics/view.js';
import type { Speech } from '../../shared/health/messages.js';
import type { MonitorSnapshot } from '../../shared/ipc/contract.js';
import type { CollectorStats } from '../../shared/sampler/protocol.js';
import { stateText } from '../terminal/state-text.js';

/** What the text is made from. */
export interface TextSources {
  readonly view: DiagnosticsView;
  readonly state: MonitorSnapshot;
  readonly stationName: string;
}

/** Everything under Diagnostics as one text for IT, with the station's state and what it lacks. Not redacted yet. */
export function diagnosticsText({ view, state, stationName }: TextSources, speech: Speech): string {
  const { t } = speech;
  const head = [
    t('diag.title', { name: t('app.name') }),
    t('diag.time', { time: new Date(view.at).toISOString() }),
    t('diag.station', { name: stationName }),
  ];
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [t('diag.state'), [stateText(state, speech).trimEnd(), '', missing(state, speech)]],
    [t('ui.diag.program'), programFacts(view, speech).map(({ label, value }) => `${label}: ${value}`)],
    [
      t('ui.diag.costs'),
      costWords(view.costs, speech).map(({ name, pid, cpu, memory }) =>
        [pid === null ? name : `${name} ${pid}`, `CPU ${cpu}`, memory].join('  '),
      ),
    ],
    [t('ui.diag.collectors'), collection(view, speech)],
    [t('ui.diag.log'), view.log.map(logLine)],
  ];
  return [...head, ...sections.flatMap(([title, lines]) => ['', `== ${title} ==`, ...lines]), ''].join('\n');
}

function missing({ verdict }: MonitorSnapshot, { t }: Speech): string {
  if (verdict.missing.length === 0) return t('diag.missing.none');
  const metrics = verdict.missing.map((metric) => t(`metric.${metric}`));
  return t('diag.missing', { metrics: metrics.join(t('list.separator')) });
}

function collection({ collection: found }: DiagnosticsView, speech: Speech): string[] {
  const { t } = speech;
  if (found === null) return [t('ui.diag.collectors.replay')];
  if (found.at === null) return [t('ui.diag.collectors.soon')];
  return byTrouble(found.collectors).flatMap((one) => collectorLines(one, speech));
}

function collectorLines(stats: CollectorStats, speech: Speech): string[] {
  const { t } = speech;
  const { condition, period, last, next, counts, error } = collectorWords(stats, speech);
  const metrics = stats.metrics.map((metric) => t(`metric.${metric}`)).join(t('list.separator'));
  return [
    `${collectorName(stats.id, t)} (${stats.id}): ${condition}`,
    `    ${[period, last, next, counts].filter(Boolean).join(' · ')}`,
    `    ${metrics}`,
    ...(error === undefined ? [] : [`    ${error} (${stats.lastError?.text})`]),
  ];
}

const logLine = ({ at, level, text }: LogEntry): string =>
  at === null ? text : `${new Date(at).toISOString()} ${level} ${text}`;
