import type { Language } from '../i18n/index.js';

const cache = new Map<string, Intl.NumberFormat>();

/** A kept formatter: making one costs a hundred times as much as using it. */
function formatter(language: Language, minimum: number, maximum: number): Intl.NumberFormat {
  const key = `${language} ${minimum} ${maximum}`;
  let kept = cache.get(key);
  if (!kept) {
    kept = new Intl.NumberFormat(language, {
      minimumFractionDigits: minimum,
      maximumFractionDigits: maximum,
      // 1180 rpm is read faster without a separator than with one; 12,000 is not.
      useGrouping: 'min2',
    });
    cache.set(key, kept);
  }
  return kept;
}

/**
 * Writes a number in the language, with a real minus sign and never a negative zero.
 * @param minimum decimals that are always written
 * @param maximum decimals that are written when they are not zero
 */
export function formatNumber(language: Language, value: number, maximum: number, minimum = 0): string {
  const text = formatter(language, minimum, maximum).format(value);
  return text.startsWith('-') ? (/[1-9]/.test(text) ? `−${text.slice(1)}` : text.slice(1)) : text;
}

/** Like {@link formatNumber} with one decimal at most, but what is not nothing is never written as 0: 0.04, not 0. */
export function formatSmall(language: Language, value: number): string {
  const digits = value === 0 ? 1 : Math.min(6, Math.max(1, -Math.floor(Math.log10(Math.abs(value)))));
  return formatNumber(language, value, digits);
}
