import { formatLimit } from '../../../../../shared/format/range.js';
import { formatQuantity } from '../../../../../shared/format/value.js';
import type { Speech } from '../../../../../shared/health/messages.js';
import { type MetricId, metricSpec } from '../../../../../shared/metrics/dictionary.js';
import type { Condition, Limit } from '../../../../../shared/sop/schema.js';

const WITHOUT_BASELINE: readonly Limit['of'][] = ['value', 'growth', 'bitrate'];

/** When a limit counts, beyond its value: `只在直播中`, `外接电源已接通时不算`. */
export function conditionsOf(metric: MetricId, limit: Limit, speech: Speech): string[] {
  const { t } = speech;
  return [
    ...(WITHOUT_BASELINE.includes(limit.of) ? [] : [t('ui.settings.when.baseline')]),
    ...(limit.atLeast === undefined
      ? []
      : [t('ui.settings.when.atLeast', { value: apart(metric, limit.atLeast, speech) })]),
    ...(limit.onAir ? [t('ui.settings.when.onAir')] : []),
    ...(limit.while ? [t('ui.settings.when.while', { condition: inWords(limit.while, speech) })] : []),
    ...(limit.unless ? [t('ui.settings.when.unless', { condition: inWords(limit.unless, speech) })] : []),
    ...(limit.withoutBaseline
      ? [t('ui.settings.when.noBaseline', { severity: t(`judgement.${limit.withoutBaseline}`) })]
      : []),
  ];
}

const apart = (metric: MetricId, value: number, { t, language }: Speech): string =>
  formatQuantity(metric, value, t, language).text;

function inWords({ metric, when, value }: Condition, { t, language }: Speech): string {
  const name = t(`metric.${metric}`);
  // A yes/no condition is the state that it asks for.
  const state =
    metricSpec(metric).unit === 'bool'
      ? formatQuantity(metric, when.startsWith('>') ? 1 : 0, t, language).text
      : formatLimit(metric, { when, value, of: 'value' }, t, language);
  return t('ui.settings.when.state', { name, state });
}
