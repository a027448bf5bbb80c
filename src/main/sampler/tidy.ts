import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After this time, ms, what only the start of a process needed is garbage (ours). */
export const STARTED_MS = 20_000;

/** Functions that were not called while V8 collected this often lose their compiled code, too. */
const COLLECTIONS = 8;

/**
 * Collects all garbage of this process at once. V8 leaves it where it is as long as there is room, and a program that
 * allocates as little as this one never fills the room: what its start left behind would stay for good.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  for (let i = 0; i < COLLECTIONS; i += 1) gc();
}
