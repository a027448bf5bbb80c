import { formatNumber } from '../../../../shared/format/number.js';
import type { Language, Translate } from '../../../../shared/i18n/index.js';
import { type MetricId, metricSpec } from '../../../../shared/metrics/dictionary.js';

/** How the values of a metric are typed: in which unit, and what can't be. */
export interface NumberScale {
  /** Values of the metric per typed unit. */
  readonly factor: number;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
}

/** What was typed, as a value of the metric, or why it is none. */
export type TypedNumber =
  | { readonly value: number }
  | { readonly problem: 'number' | 'bounds'; readonly low?: number; readonly high?: number };

const GIGA = 1e9;

/** The unit that people type limits in: bytes as gigabytes, everything else as it is measured. */
export function scaleOf(metric: MetricId, t: Translate): NumberScale {
  const { unit, min, max } = metricSpec(metric);
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  switch (unit) {
    case 'bytes':
      return { factor: GIGA, unit: 'GB', ...bounds };
    case 'rpm':
      return { factor: 1, unit: t('unit.rpm'), ...bounds };
    case 'count':
      return { factor: 1, unit: t(metric === 'system.updates' ? 'ui.unit.items' : 'unit.count'), ...bounds };
    case 'days':
      return { factor: 1, unit: t('unit.days'), ...bounds };
    case 'bool':
      return { factor: 1, unit: '', ...bounds };
    default:
      return { factor: 1, unit, ...bounds };
  }
}

/** A value as it is typed. */
export const typedText = (value: number, { factor }: NumberScale): string => String(value / factor);

/** A value as it is read, with its unit: `85 °C`. */
export function readableText(value: number, { factor, unit }: NumberScale, language: Language): string {
  const number = formatNumber(language, value / factor, 3);
  return unit === '%' ? `${number}%` : `${number} ${unit}`.trim();
}

/** Reads what was typed; full-width digits of a Chinese keyboard are digits. */
export function parseTyped(text: string, { factor, min, max }: NumberScale): TypedNumber {
  const plain = text.normalize('NFKC').replace('\u2212', '-').trim();
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return { problem: 'number' };
  // Rounded, so that 0.1 typed gigabytes are not 100000000.00000001 bytes.
  const value = Number((Number(plain) * factor).toPrecision(12));
  if ((min !== undefined && value < min) || (max !== undefined && value > max))
    return {
      problem: 'bounds',
      ...(min !== undefined && { low: min / factor }),
      ...(max !== undefined && { high: max / factor }),
    };
  return { value };
}
