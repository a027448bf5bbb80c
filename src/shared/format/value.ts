import type { Language, MessageKey, Translate } from '../i18n/index.js';
import { type MetricId, metricSpec } from '../metrics/dictionary.js';
import { formatNumber, formatSmall } from './number.js';
import { type Scaled, scaleBits, scaleBytes } from './scale.js';

/** A value as people read it. */
export interface FormattedValue {
  /** Digits, or the word of a yes/no value: `62.4`, `已连接`. */
  readonly number: string;
  /** Unit to be set smaller beside it; empty when there is none. */
  readonly unit: string;
  /** Both together, as in a sentence: `62.4 °C`, `80%`, `3 天前`. */
  readonly text: string;
}

/**
 * Writes a metric's value for people: sensible rounding, the unit they know it by, yes/no in words.
 * A missing value has no text here; its reason has one (`missing.*`).
 */
export function formatValue(
  metric: MetricId,
  value: number,
  t: Translate,
  language: Language,
): FormattedValue {
  switch (metricSpec(metric).unit) {
    case 'bool':
      return word(t(`value.${metric}.${value > 0 ? 1 : 0}` as MessageKey));
    case 'days':
      return age(Math.max(0, Math.floor(value)), t, language);
    default:
      return formatQuantity(metric, value, t, language);
  }
}

/** Like {@link formatValue}, but as a plain amount, for limits and ranges: `7 天`, not `7 天前`; yes/no stays in words. */
export function formatQuantity(
  metric: MetricId,
  value: number,
  t: Translate,
  language: Language,
): FormattedValue {
  switch (metricSpec(metric).unit) {
    case '°C':
      return spaced(formatNumber(language, value, 1), '°C');
    case '%': {
      const number = formatSmall(language, value);
      return { number, unit: '%', text: `${number}%` };
    }
    case 'rpm':
      return spaced(formatNumber(language, value, 0), t('unit.rpm'));
    case 'count':
      return counted(metric, formatNumber(language, value, 0), t);
    case 'ms':
      return spaced(
        Math.abs(value) < 9.95 ? formatSmall(language, value) : formatNumber(language, value, 0),
        'ms',
      );
    case 'bytes':
      return scaled(scaleBytes(language, value));
    case 'bytes/s':
      return rate(metric, value, language);
    case 'Mbit/s':
      return scaled(scaleBits(language, value * 1e6));
    case 'dBm':
      return spaced(formatNumber(language, value, 0), 'dBm');
    case 'V':
      return spaced(formatNumber(language, value, 2, 2), 'V');
    case 'A':
      return spaced(formatNumber(language, value, 2, 2), 'A');
    case 'days': {
      const number = formatNumber(language, value, 0);
      return spaced(number, t(number === '1' ? 'ui.unit.day' : 'unit.days'));
    }
    case 'bool':
      return formatValue(metric, value, t, language);
  }
}

function word(text: string): FormattedValue {
  return { number: text, unit: '', text };
}

function spaced(number: string, unit: string): FormattedValue {
  return { number, unit, text: unit === '' ? number : `${number} ${unit}` };
}

const scaled = ({ number, unit }: Scaled): FormattedValue => spaced(number, unit);

/** The network in bits, because platforms state bit rates; disks in bytes. */
function rate(metric: MetricId, value: number, language: Language): FormattedValue {
  if (metric.startsWith('network.')) return scaled(scaleBits(language, value * 8));
  const { number, unit } = scaleBytes(language, value);
  return spaced(number, `${unit}/s`);
}

function counted(metric: MetricId, number: string, t: Translate): FormattedValue {
  return spaced(number, t(metric === 'system.updates' ? 'ui.unit.items' : 'unit.count'));
}

function age(days: number, t: Translate, language: Language): FormattedValue {
  if (days === 0) return word(t('ui.value.today'));
  if (days === 1) return word(t('ui.value.yesterday'));
  const number = formatNumber(language, days, 0);
  const text = t('unit.days.value', { value: number });
  return { number, unit: text.replace(number, '').trim(), text };
}
