/** How far back events are counted, ms: the week of the operating procedure. */
export const WEEK_MS = 7 * 24 * 3_600_000;

/** A wall-clock time for a note, `2026-11-20 10:11`, in local time. */
export function shortTime(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
