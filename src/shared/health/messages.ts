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

/** What an incident is named by. */
type Titled = Pick<IncidentState, 'metric' | 'gone'>;

/** Name of a fault for people: `CPU 温度过高`, `Logitech C920 不见了`. */
export function incidentTitle({ metric, gone }: Titled, { t }: Speech): string {
  if (gone !== undefined) return t('incident.gone', { device: gone });
  const key = `incident.${metric}`;
  return hasText(key) ? t(key) : t('incident.other', { metric: metricName(metric, t) });
}

/** The first thing to do about a fault. */
export function firstAction({ metric, gone }: Titled, { t }: Speech): string {
  if (gone !== undefined && metric !== 'camera.present' && metric !== 'microphone.present')
    return t('action.gone');
  const key = `action.${metric}`;
  return hasText(key) ? t(key) : t('action.other');
}

/** A value that can't be had, as far as it matters for what to do about it. */
export type Lack = Pick<MetricState, 'metric' | 'missing' | 'advice'>;

/**
 * What to do about a value that can't be had: what is known of this metric, else of this reason.
 * undefined: nothing needs doing (an idle disk has no latency).
 */
export function missingAdvice(
  { metric, missing = 'failed', advice }: Lack,
  { t }: Speech,
): string | undefined {
  if (advice !== undefined) return t(`advice.code.${advice}`);
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
  if (state.gone !== undefined) return t('incident.gone', { device: state.gone });
  if (state.value === null) {
    const missing = state.missing ?? 'failed';
    const reason = missingReason(state.metric, missing, speech);
    if (!advice) return t('message.missing', { metric, reason });
    const todo = missingAdvice(state, speech) ?? t('advice.nothing');
    return t('message.missing.advice', { metric, reason, advice: todo });
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
  if (incident.gone !== undefined)
    return t('message.incident.gone', {
      title: incidentTitle(incident, speech),
      duration: formatDuration((incident.closedAt ?? now) - incident.since, t),
      clause: incident.clause,
      action: firstAction(incident, speech),
    });
  const title = incidentTitle(incident, speech);
  return t('message.incident', {
    title: instance === undefined ? title : t('message.of', { what: title, name: instanceName(instance, t) }),
    value: formatValue(metric, incident.peak, t, language).text,
    limit: limit ? formatLimit(metric, limit, t, language) : '',
    duration: formatDuration((incident.closedAt ?? now) - incident.since, t),
    clause: incident.clause,
    action: firstAction(incident, speech),
  });
}

/** Name of an instance for people: some have a word of ours, devices and volumes speak for themselves. */
export function instanceName(instance: string, t: Translate): string {
  const key = `instance.${instance}`;
  return hasText(key) ? t(key) : instance;
}

/** A series by name: the metric, and the device where there are several. */
function seriesName({ metric, instance, note, value }: MetricState, t: Translate): string {
  if (instance === undefined) return metricName(metric, t);
  // With a value the note names the device; without one it says why.
  const own = value === null ? instance : (note ?? instance);
  const name = hasText(`instance.${instance}`) ? instanceName(instance, t) : own;
  return t('message.of', { what: metricName(metric, t), name });
}

/** Name of a metric for people. */
export function metricName(metric: MetricId, t: Translate): string {
  return t(`metric.${metric}`);
}

function hasText(key: string): key is MessageKey {
  return Object.hasOwn(CATALOGUES['zh-CN'], key);
}
