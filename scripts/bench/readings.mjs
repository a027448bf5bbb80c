import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleForNode } from '../lib/bundle.mjs';
import { ROOT } from '../lib/project.mjs';
import { alternately, row } from './compare.mjs';
import { startProgram } from './program.mjs';

const ROUNDS = 3;
const SETTLE_MS = 6_000;

/**
 * The same readings every two seconds by our collectors and by the package `systeminformation`, each in a plain Node.
 * @param {Pick<import('./apps.mjs').Bench, 'env' | 'seconds' | 'tell'>} bench
 */
export async function benchReadings({ env, seconds, tell }) {
  const share = seconds / ROUNDS;
  tell(`readings beside systeminformation: ${ROUNDS} rounds of ${Math.round(share)} s each`);
  const { folder, file, remove } = await bundleForNode('readings');
  /** @param {string} script */
  const cost = async (script) => {
    const program = startProgram(process.execPath, [script], { env, cwd: folder });
    await program.until('readings', () => program.output().includes('reading'));
    await sleep(SETTLE_MS);
    const found = await program.cost(share);
    await program.end();
    return found;
  };
  try {
    const { ours, reference } = await alternately(ROUNDS, {
      ours: () => cost(join(folder, file)),
      reference: () => cost(join(ROOT, 'tests/bench/reference/systeminformation.mjs')),
    });
    // A reader of our own that costs more than the package would have no reason to be there.
    const atMost = (/** @type {number} */ packaged) => packaged;
    return [
      row(
        { id: 'readings.cpu', what: 'same readings as systeminformation, CPU', unit: '% of one core' },
        ours.map((one) => one.cpu),
        reference.map((one) => one.cpu),
        atMost,
      ),
      row(
        { id: 'readings.pss', what: 'same readings as systeminformation, memory (PSS)', unit: 'MB' },
        ours.map((one) => one.pss),
        reference.map((one) => one.pss),
        atMost,
      ),
    ];
  } finally {
    remove();
  }
}
