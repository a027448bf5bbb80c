import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;

/** Waits until something is so; fails with what was seen last. */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  isSo: (seen: T) => boolean = Boolean,
  withinMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const late = Date.now() > deadline;
    let seen: T;
    try {
      seen = await look();
    } catch (error) {
      // The driver now and then loses an answer while a window opens; asking again is all that helps.
      if (late || !/promise was garbage collected/.test(String(error))) throw error;
      continue;
    }
    if (isSo(seen)) return seen;
    if (late)
      throw new Error(`not in ${withinMs} ms: ${what}; last seen: ${JSON.stringify(seen)?.slice(0, 2_000)}`);
    await sleep(POLL_MS);
  }
}

/** Whether a process is there and no zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
