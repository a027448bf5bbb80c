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
  const clock = formatter(language, 'clock', { hour: '2-digit', minute: '2-digit' }).format(at);
  const day = formatter(language, 'day', { year: 'numeric', month: 'numeric', day: 'numeric' });
  if (day.format(at) === day.format(now)) return clock;
  return `${formatter(language, 'short', { month: 'short', day: 'numeric' }).format(at)} ${clock}`;
}

/** Writes a time of day to the second: `14:02:31`. */
export function formatClock(at: number, language: Language): string {
  const style = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  return formatter(language, 'seconds', style).format(at);
}

/** Writes a moment so that it says everything on paper: `2026年11月25日 14:02:31`. */
export function formatFull(at: number, language: Language): string {
  const style = { dateStyle: 'long', timeStyle: 'medium' } as const;
  return formatter(language, 'full', style).format(at);
}
