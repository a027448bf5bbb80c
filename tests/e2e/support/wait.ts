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
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > deadline)
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
