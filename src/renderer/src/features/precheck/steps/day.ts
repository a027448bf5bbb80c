/** A moment as the day that a date field shows, by the clock of this place. @param at ms since 1970 */
export function toDay(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The noon of a day of a date field, ms since 1970; null: it is none, or lies in the future. */
export function fromDay(day: string): number | null {
  const at = new Date(`${day}T12:00:00`).getTime();
  // Today's noon may still come; the day has begun.
  return Number.isNaN(at) || toDay(at) > toDay(Date.now()) ? null : Math.min(at, Date.now());
}
