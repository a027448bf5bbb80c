import type { MetricState } from '../health/state.js';
import type { Language, Translate } from '../i18n/index.js';
import { type MetricId, metricSpec } from '../metrics/dictionary.js';
import type { Bounds } from '../sop/profile-index.js';
import { formatNumber } from './number.js';
import { formatQuantity } from './value.js';

/** Writes a normal range: `50–70 °C`, `不高于 1%`, `已连接`; undefined when it bounds nothing. */
export function formatRange(
  metric: MetricId,
  range: Bounds,
  t: Translate,
  language: Language,
): string | undefined {
  const { low, high } = range;
  if (metricSpec(metric).unit === 'bool') {
    const normal = low ?? high;
    return normal === undefined ? undefined : formatQuantity(metric, normal, t, language).text;
  }
  const lower = low === undefined ? undefined : formatQuantity(metric, low, t, language);
  const upper = high === undefined ? undefined : formatQuantity(metric, high, t, language);
  if (lower && upper) {
    if (low === high) return lower.text;
    // 50–70 °C, but 900 MB–2 GB: the unit is said once where it is the same.
    const start = lower.unit === upper.unit ? lower.number : lower.text;
    return t('range.between', { low: start, high: upper.text });
  }
  if (lower) return t('range.above', { low: lower.text });
  if (upper) return t('range.below', { high: upper.text });
  return undefined;
}

/** Writes which side of which limit a value is on: `高于 70 °C`, `达到 85 °C`, `应为“已接通”`. */
export function formatLimit(
  metric: MetricId,
  limit: NonNullable<MetricState['limit']>,
  t: Translate,
  language: Language,
): string {
  if (limit.of === 'growth') return t('limit.growth');
  if (limit.of === 'presence') return t('limit.presence');
  if (limit.of === 'baseline' || limit.of === 'spread' || limit.of === 'bitrate') {
    const share = `${formatNumber(language, limit.value * 100, 0)}%`;
    const usual = limit.usual === undefined ? '' : formatQuantity(metric, limit.usual, t, language).text;
    const side = limit.when.startsWith('>') ? 'above' : 'below';
    if (limit.of === 'bitrate') return t('limit.bitrate', { share, usual });
    return t(limit.of === 'spread' ? 'limit.spread' : `limit.baseline.${side}`, { share, usual });
  }
  if (metricSpec(metric).unit === 'bool') {
    const expected = limit.when.startsWith('>') ? 0 : 1;
    return t('ui.limit.expected', { value: formatQuantity(metric, expected, t, language).text });
  }
  // "At or above 1" of something that should not be there at all.
  if (metricSpec(metric).unit === 'count' && limit.when === '>=' && limit.value === 1)
    return t('ui.limit.expected', { value: formatQuantity(metric, 0, t, language).text });
  const params = { limit: formatQuantity(metric, limit.value, t, language).text };
  switch (limit.when) {
    case '>':
      return t('limit.above', params);
    case '>=':
      return t('ui.limit.reached', params);
    case '<':
      return t('limit.below', params);
    case '<=':
      return t('ui.limit.downTo', params);
  }
}
