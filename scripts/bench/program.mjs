import { setTimeout as sleep } from 'node:timers/promises';
import { start } from '../lib/child.mjs';
import { countType, createGroup, pssOf } from './group.mjs';

/**
 * What a program cost over a stretch of time, together with all that it started.
 * @typedef {object} Cost
 * @property {number} cpu percent of one core
 * @property {number} pss MB at the end
 * @property {number} processes at the end
 * @property {number} renderers at the end
 */

/**
 * Starts a program in a group of its own, so that all it costs can be told.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd: string }} where
 */
export function startProgram(command, args, where) {
  const group = createGroup();
  const startedAt = Date.now();
  const child = start(...group.wrap(command, args), { ...where, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.process.stdout, child.process.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  }
  let ended = false;
  void child.gone.then(() => (ended = true));
  return {
    pid: child.pid,
    startedAt,
    method: group.method,
    /** What it printed so far, on both streams. */
    output: () => output,
    pids: () => group.pids(child),

    /**
     * Waits until something is so.
     * @template T
     * @param {string} what
     * @param {() => T | Promise<T>} look
     * @param {{ within?: number, every?: number }} [pace] ms
     * @returns {Promise<Exclude<T, false | null | undefined>>}
     */
    async until(what, look, { within = 60_000, every = 10 } = {}) {
      const deadline = Date.now() + within;
      for (;;) {
        const seen = await look();
        if (seen) return /** @type {Exclude<T, false | null | undefined>} */ (seen);
        if (ended || Date.now() > deadline)
          throw new Error(
            `${command}: no ${what} (${ended ? 'ended' : 'time-out'})\n${output.slice(-2_000)}`,
          );
        await sleep(every);
      }
    },

    /**
     * Measures what it costs from now on.
     * @param {number} seconds
     * @returns {Promise<Cost>}
     */
    async cost(seconds) {
      const before = group.cpuSeconds(child);
      const begun = performance.now();
      await sleep(seconds * 1_000);
      if (ended) throw new Error(`${command} ended while it was measured\n${output.slice(-2_000)}`);
      const cpu = group.cpuSeconds(child) - before;
      const lasted = (performance.now() - begun) / 1_000;
      const pids = group.pids(child);
      return {
        cpu: (100 * cpu) / lasted,
        pss: pssOf(pids),
        processes: pids.length,
        renderers: countType(pids, 'renderer'),
      };
    },

    async end() {
      await child.end();
      group.remove();
    },
  };
}
