import type { Translate } from '../i18n/index.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The length of time that {@link formatDuration} writes: what it leaves out is cut off. */
export function shownDuration(ms: number): number {
  const length = Math.max(0, ms);
  const step = length >= DAY ? HOUR : length >= HOUR ? MINUTE : SECOND;
  return length - (length % step);
}

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
