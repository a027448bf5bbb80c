/** The hour at which a night without popups ends. */
const MORNING = 6;

/** Minutes from a moment to the next six o'clock in the morning, at least one. */
export function minutesUntilMorning(now: Date): number {
  const morning = new Date(now);
  morning.setHours(MORNING, 0, 0, 0);
  if (morning.getTime() <= now.getTime()) morning.setDate(morning.getDate() + 1);
  return Math.max(1, Math.round((morning.getTime() - now.getTime()) / 60_000));
}
