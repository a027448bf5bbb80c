import type { Language } from '../i18n/index.js';

/** What stands between thousands, and before decimals. */
const MARKS: Readonly<Record<Language, { readonly group: string; readonly decimal: string }>> = {
  'zh-CN': { group: ',', decimal: '.' },
  en: { group: ',', decimal: '.' },
};

/** Digits from which on thousands are set apart: 1180 rpm is read faster without a mark than with one; 12,000 is not. */
const GROUPED_DIGITS = 5;

/**
 * Writes a number in the language, with a real minus sign and never a negative zero. Without `Intl`, whose tables for
 * numbers take 2 MB of every process that uses them once.
 * @param minimum decimals that are always written
 * @param maximum decimals that are written when they are not zero
 */
export function formatNumber(language: Language, value: number, maximum: number, minimum = 0): string {
  const marks = MARKS[language];
  const [whole = '', decimals = ''] = Math.abs(value).toFixed(maximum).split('.');
  const grouped = whole.length < GROUPED_DIGITS ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, marks.group);
  const kept = decimals.slice(0, minimum) + decimals.slice(minimum).replace(/0+$/, '');
  const text = kept === '' ? grouped : `${grouped}${marks.decimal}${kept}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Like {@link formatNumber} with one decimal at most, but what is not nothing is never written as 0: 0.04, not 0. */
export function formatSmall(language: Language, value: number): string {
  const digits = value === 0 ? 1 : Math.min(6, Math.max(1, -Math.floor(Math.log10(Math.abs(value)))));
  return formatNumber(language, value, digits);
}
