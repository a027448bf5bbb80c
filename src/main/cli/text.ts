import { styleText } from 'node:util';
import { compareWithBaseline } from '../../shared/baseline/compare.js';
import { formatDuration } from '../../shared/format/duration.js';
import type { Judgement } from '../../shared/health/judgement.js';
import { incidentMessage, metricMessage, type Speech } from '../../shared/health/messages.js';
import type { ReplayResult } from '../../shared/health/replay.js';
import type { MetricState, Verdict } from '../../shared/health/state.js';
import type { Profile } from '../../shared/sop/schema.js';
import { SIGNS } from '../terminal/signs.js';
import type { CheckResult } from './report.js';

const COLOURS = { ok: 'green', advisory: 'blue', warning: 'yellow', fault: 'red', unknown: 'gray' } as const;

/** One check as text: the verdict with what decided it, then every clause with what it judges. */
export function checkText(profile: Profile, result: CheckResult, speech: Speech): string {
  const { items, verdict, at } = result;
  const { t, language } = speech;
  const judged = items.filter(({ clause, state }) => state.clause === clause);
  const lines = [
    `${clock(at, speech)}  ${sign(verdict)} ${t('cli.verdict', { verdict: t(`judgement.${verdict}`) })}`,
    ...judged.filter(({ state }) => decides(state, verdict)).map(({ state }) => itemLine(state, speech)),
    `  ${baselineLine(result, speech)}`,
  ];
  const clauses = [...profile.clauses].sort(
    (a, b) => Number(b.section === 'state') - Number(a.section === 'state'),
  );
  for (const clause of clauses) {
    const own = judged.filter((item) => item.clause === clause.id);
    if (own.length === 0) continue;
    lines.push('', `${clause.id}  ${clause.title[language]}`);
    for (const { state } of own) lines.push(itemLine(state, speech));
  }
  return lines.join('\n');
}

/** What the station was compared with, and in how much it differs. */
function baselineLine({ baseline, states }: CheckResult, speech: Speech): string {
  if (!baseline) return speech.t('cli.baseline.none');
  const { length } = compareWithBaseline(baseline, states);
  const params = { name: baseline.by, time: clock(baseline.at, speech), count: length };
  return speech.t(length === 0 ? 'cli.baseline.same' : 'cli.baseline.differs', params);
}

/** Whether a metric is why the verdict is what it is. */
function decides(state: MetricState, verdict: Verdict['judgement']): boolean {
  if (verdict === 'ok' || state.accepted) return false;
  return state.judgement === verdict && (verdict !== 'unknown' || state.required);
}

/** Advice is given for required readings only: thirty times the same sentence would hide the one that matters. */
function itemLine(state: MetricState, speech: Speech): string {
  const text = metricMessage(state, speech, { advice: state.required });
  return `  ${sign(state.judgement)} ${text}`;
}

/** A replay as text: the incidents, then how the verdict changed. */
export function replayText(result: ReplayResult, speech: Speech): string {
  const { t } = speech;
  const { span } = result;
  if (span === null) return t('cli.replay.empty');
  const lines = [
    t('cli.replay.span', {
      from: clock(span.from, speech),
      to: clock(span.to, speech),
      duration: formatDuration(span.to - span.from, t),
      incidents: result.incidents.length,
      popups: result.popups,
    }),
  ];
  for (const incident of result.incidents) {
    const end = incident.closedAt === null ? t('cli.replay.open') : clock(incident.closedAt, speech);
    lines.push(
      `${clock(incident.openedAt, speech)} → ${end}  ${sign(incident.severity)} ${incidentMessage(incident, span.to, speech)}`,
    );
  }
  lines.push('', t('cli.replay.verdicts'));
  for (const { at, verdict } of result.verdicts)
    lines.push(`${clock(at, speech)}  ${sign(verdict)} ${t(`judgement.${verdict}`)}`);
  return lines.join('\n');
}

function sign(judgement: Judgement): string {
  return process.stdout.isTTY ? styleText(COLOURS[judgement], SIGNS[judgement]) : SIGNS[judgement];
}

function clock(at: number, { language }: Speech): string {
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
