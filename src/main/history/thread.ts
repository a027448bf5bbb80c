import { Worker } from 'node:worker_threads';
import type { SpawnHistory } from './client.js';
import type { RunStart, WorkerMessage, WorkerStart } from './protocol.js';
import workerPath from './worker?modulePath';

/** What the thread may use, MB. The answer to the longest query needs some ten; young objects are few otherwise. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

/** Starts the thread that owns the database. The first one of the program looks for damage. */
export function historyThread(start: RunStart): SpawnHistory {
  let check = true;
  return ({ onMessage, onExit }) => {
    const workerData: WorkerStart = { ...start, check };
    check = false;
    const worker = new Worker(workerPath, { workerData, resourceLimits: LIMITS, name: 'history' });
    let reason = 'ended';
    worker.on('message', (message: WorkerMessage) => onMessage(message));
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    const ended = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
    worker.on('exit', () => onExit(reason));
    return {
      send: (request) => worker.postMessage(request),
      ended,
      end: () => void worker.terminate(),
    };
  };
}
