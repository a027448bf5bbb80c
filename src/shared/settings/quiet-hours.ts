import { z } from 'zod';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A time of every day without popups, by the clock on the wall; from 22:00 to 06:00 is a night. */
export const quietHoursSchema = z.strictObject({ from: timeOfDay, to: timeOfDay });

/** A time of every day without popups. */
export type QuietHours = z.infer<typeof quietHoursSchema>;

const MINUTES_OF_DAY = 24 * 60;

/** Whether a moment lies in it: `from` belongs to it, `to` does not. The same time twice is no time at all. */
export function isQuiet(hours: QuietHours | null, now: Date): boolean {
  if (!hours) return false;
  const length = distance(minutesOf(hours.from), minutesOf(hours.to));
  return distance(minutesOf(hours.from), minuteOfDay(now)) < length;
}

/** Minutes from a moment until it begins or ends, more than 0, at most a day. */
export function minutesUntilChange({ from, to }: QuietHours, now: Date): number {
  const minute = minuteOfDay(now);
  const waits = [from, to].map((time) => distance(minute, minutesOf(time)) || MINUTES_OF_DAY);
  return Math.min(...waits);
}

/** Minutes that the clock goes on from one time of day to another. */
const distance = (from: number, to: number): number => (to - from + MINUTES_OF_DAY) % MINUTES_OF_DAY;

const minuteOfDay = (now: Date): number => now.getHours() * 60 + now.getMinutes();

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
