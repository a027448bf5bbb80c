import type { Translate } from '../i18n/index.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes a length of time in its two largest units: `12 秒`, `4 分 12 秒`, `3 小时 12 分`, `2 天 5 小时`. */
export function formatDuration(ms: number, t: Translate): string {
  // A clock that was set back gives a negative length; that is "just now", not a minus sign.
  const length = Math.max(0, ms);
  const days = Math.floor(length / DAY);
  const hours = Math.floor((length % DAY) / HOUR);
  const minutes = Math.floor((length % HOUR) / MINUTE);
  const seconds = Math.floor((length % MINUTE) / SECOND);
  if (days > 0) return t('ui.duration.days', { days, hours });
  if (hours > 0) return t('ui.duration.hours', { hours, minutes });
  if (minutes > 0) return t('ui.duration.minutes', { minutes, seconds });
  return t('ui.duration.seconds', { seconds });
}

/**
 * The part of a length that {@link formatLasting} writes. After the first minute it stands still for a minute: what moves
 * draws the eye, and drawing it anew at every tick is dear for a page that is open all day.
 */
export function shownLasting(ms: number): number {
  const length = Math.max(0, ms);
  const step = length >= DAY ? HOUR : length >= MINUTE ? MINUTE : SECOND;
  return length - (length % step);
}

/** Writes how long something has lasted that goes on: `12 秒`, `4 分钟`, `3 小时 12 分`, `2 天 5 小时`. */
export function formatLasting(ms: number, t: Translate): string {
  const length = shownLasting(ms);
  if (length < MINUTE || length >= HOUR) return formatDuration(length, t);
  return t('ui.duration.wholeMinutes', { minutes: length / MINUTE });
}
