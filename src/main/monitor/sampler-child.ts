import { utilityProcess } from 'electron';
import type { Log } from '../log/log.js';
import samplerPath from '../sampler/process?modulePath';
import type { SpawnSampler } from './sampler-host.js';

/** Name in task managers and in `child-process-gone`. */
export const SAMPLER_SERVICE = 'OnAir Sentry Sampler';

/** Time to end in peace, ms, before it is forced: a stopped or blocked process does not hear a polite signal. */
const PEACE_MS = 1_000;

/** Starts the sampler as a utility process of Electron. */
export function spawnSampler(log: Log): SpawnSampler {
  return ({ onMessage, onExit }) => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const child = utilityProcess.fork(samplerPath, [], { serviceName: SAMPLER_SERVICE, stdio: 'pipe', env });
    child.stderr?.on('data', (data: Buffer) => log.warn(`sampler: ${data.toString().trim()}`));
    // A pipe that nobody empties would block its writer.
    child.stdout?.resume();
    let gone = false;
    child.on('message', onMessage);
    child.on('exit', (code) => {
      gone = true;
      onExit(`status ${code}`);
    });
    return {
      send: (command) => child.postMessage(command),
      kill: () => {
        const { pid } = child;
        child.kill();
        setTimeout(() => {
          if (!gone && pid !== undefined) forceEnd(pid);
        }, PEACE_MS).unref();
      },
    };
  };
}

function forceEnd(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in the meantime, which is what we want.
  }
}
