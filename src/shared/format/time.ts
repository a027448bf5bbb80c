import type { Language } from '../i18n/index.js';

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, style: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${style}`;
  let kept = cache.get(key);
  if (!kept) {
    kept = new Intl.DateTimeFormat(language, { hourCycle: 'h23', ...options });
    cache.set(key, kept);
  }
  return kept;
}

/** Writes a moment as people say it now: `14:02` today, else with the day: `11月21日 14:02`. */
export function formatMoment(at: number, now: number, language: Language): string {
  const clock = formatClock(at).slice(0, 5);
  if (new Date(at).toDateString() === new Date(now).toDateString()) return clock;
  return `${formatter(language, 'short', { month: 'short', day: 'numeric' }).format(at)} ${clock}`;
}

/**
 * Writes a time of day to the second, in both languages the same: `14:02:31`. Without `Intl`, whose tables for dates take
 * 1 MB of every process that uses them once.
 */
export function formatClock(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Writes a moment so that it says everything on paper: `2026年11月25日 14:02:31`. */
export function formatFull(at: number, language: Language): string {
  const style = { dateStyle: 'long', timeStyle: 'medium' } as const;
  return formatter(language, 'full', style).format(at);
}
