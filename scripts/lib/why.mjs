/**
 * Says in a few words how a program ended.
 * @param {{ code: number | null, signal?: NodeJS.Signals | null, error?: Error, timedOut?: boolean }} exit
 */
export function why({ code, signal, error, timedOut }) {
  if (timedOut) return 'time-out';
  if (error) return error.message;
  return signal ?? `status ${code}`;
}
