import { formatDuration } from '../format/duration.js';
import { formatLimit } from '../format/range.js';
import { formatValue } from '../format/value.js';
import { CATALOGUES, type Language, type MessageKey, type Translate } from '../i18n/index.js';
import type { MetricId } from '../metrics/dictionary.js';
import type { MissingCode } from '../metrics/reading.js';
import type { IncidentState, MetricState } from './state.js';

/** How sentences are made: the texts and the language of numbers. */
export interface Speech {
  readonly t: Translate;
  readonly language: Language;
}

/** Name of a fault for people: `CPU 温度过高`. */
export function incidentTitle(metric: MetricId, { t }: Speech): string {
  const key = `incident.${metric}`;
  return hasText(key) ? t(key) : t('incident.other', { metric: metricName(metric, t) });
}

/** The first thing to do about a fault. */
export function firstAction(metric: MetricId, { t }: Speech): string {
  const key = `action.${metric}`;
  return hasText(key) ? t(key) : t('action.other');
}

/**
 * What to do about a value that can't be had: what is known of this metric, else of this reason.
 * undefined: nothing needs doing (an idle disk has no latency).
 */
export function missingAdvice(metric: MetricId, missing: MissingCode, { t }: Speech): string | undefined {
  if (hasText(`missing.${missing}.${metric}`)) return undefined;
  const special = `advice.${metric}`;
  const lasting = missing === 'unsupported' || missing === 'not-present';
  return lasting && hasText(special) ? t(special) : t(`missing.${missing}.advice`);
}

/** Why there is no value, in words: what is special to this metric, else the reason's own text. */
export function missingReason(metric: MetricId, missing: MissingCode, { t }: Speech): string {
  const special = `missing.${missing}.${metric}`;
  return hasText(special) ? t(special) : t(`missing.${missing}`);
}

/** One metric in a sentence: its value, which limit it breaches, or why there is none and what to do. */
export function metricMessage(state: MetricState, speech: Speech, { advice = true } = {}): string {
  const { t, language } = speech;
  const metric = seriesName(state, t);
  if (state.accepted) return t('message.accepted', { metric });
  if (state.value === null) {
    const missing = state.missing ?? 'failed';
    const reason = missingReason(state.metric, missing, speech);
    const todo = advice ? missingAdvice(state.metric, missing, speech) : undefined;
    return todo === undefined
      ? t('message.missing', { metric, reason })
      : t('message.missing.advice', { metric, reason, advice: todo });
  }
  const value = formatValue(state.metric, state.value, t, language).text;
  return state.limit
    ? t('message.breach', { metric, value, limit: formatLimit(state.metric, state.limit, t, language) })
    : t('message.reading', { metric, value });
}

/**
 * An incident in a sentence: which part, worst value, which side of which limit, how long, clause, first thing to do.
 * @param now the station's clock, for an incident that is still open
 */
export function incidentMessage(incident: IncidentState, now: number, speech: Speech): string {
  const { t, language } = speech;
  const { metric, limit, instance } = incident;
  return t('message.incident', {
    title: incidentTitle(metric, speech) + (instance === undefined ? '' : ` (${instance})`),
    value: formatValue(metric, incident.peak, t, language).text,
    limit: limit ? formatLimit(metric, limit, t, language) : '',
    duration: formatDuration((incident.closedAt ?? now) - incident.since, t),
    clause: incident.clause,
    action: firstAction(metric, speech),
  });
}

/** A series by name: the metric, and the device where there are several. */
function seriesName({ metric, instance, note, value }: MetricState, t: Translate): string {
  if (instance === undefined) return metricName(metric, t);
  const known = `instance.${instance}`;
  // With a value the note names the device; without one it says why.
  const name = hasText(known) ? t(known) : value === null ? instance : (note ?? instance);
  return `${metricName(metric, t)} (${name})`;
}

function metricName(metric: MetricId, t: Translate): string {
  return t(`metric.${metric}`);
}

function hasText(key: string): key is MessageKey {
  return Object.hasOwn(CATALOGUES['zh-CN'], key);
}
