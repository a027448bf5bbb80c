import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is in use by this process. */
export interface Use {
  /** MB of objects that are still needed, with the buffers they hold. */
  readonly heap: number;
  readonly handles: number;
  /** Open files; 0 where the system does not tell. */
  readonly files: number;
  /** Listeners of the process as a whole. */
  readonly listeners: number;
}

/** Longest wait for programs that a collector has just started, looks of 100 ms. */
const LOOKS = 200;

/** What is in use once everything that is not needed was thrown away, and programs that were running have ended. */
export async function use(): Promise<Use> {
  for (let look = 0; look < LOOKS && process.getActiveResourcesInfo().includes('ProcessWrap'); look++)
    await pause();
  for (let round = 0; round < 4; round++) {
    collectGarbage();
    await pause();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return {
    heap: (heapUsed + arrayBuffers) / 1e6,
    handles: process.getActiveResourcesInfo().length,
    files: openFiles(),
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
