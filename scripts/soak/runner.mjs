import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { bundleForNode } from '../lib/bundle.mjs';
import { run } from '../lib/child.mjs';
import { ROOT } from '../lib/project.mjs';

const MOST_MS = 9 * 60_000;
const PROCEDURE = 'resources/sop/streaming-workstation.json';

/** Share of the ticks after which what is in use is taken as the start. */
const WARM_UP = 10;
/** Changing the devices takes longer than reading them: a quarter of the ticks. */
const DEVICE_SHARE = 4;

/**
 * Runs the sampler's runner for many ticks in a process of its own, on a clock that is pushed on.
 * @param {number} ticks
 * @returns {Promise<import('../../tests/bench/sampler-soak.js').RunnerSoak>}
 */
export const soakRunner = (ticks) =>
  runBundled('sampler-soak', 'soakRunner', [ticks, Math.round(ticks / WARM_UP), homedir()]);

/**
 * The same on a machine whose devices come and go, judged and remembered as the program does.
 * @param {number} ticks
 * @returns {Promise<import('../../tests/bench/device-soak.js').DeviceSoak>}
 */
export function soakDevices(ticks) {
  const some = Math.round(ticks / DEVICE_SHARE);
  const procedure = JSON.parse(readFileSync(join(ROOT, PROCEDURE), 'utf8'));
  return runBundled('device-soak', 'soakDevices', [some, Math.round(some / WARM_UP), procedure]);
}

/**
 * Bundles a module of tests/bench and calls a function of it in a process of its own.
 * @param {string} module
 * @param {string} name
 * @param {readonly unknown[]} args
 */
async function runBundled(module, name, args) {
  const { folder, file, remove } = await bundleForNode(module);
  try {
    const code = `import { ${name} } from './${file}';
      console.log(JSON.stringify(await ${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})));
      process.exit(0);`;
    const exit = await run(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: folder,
      timeout: MOST_MS,
    });
    const line = exit.output.trim().split('\n').at(-1) ?? '';
    if (exit.code !== 0 || !line.startsWith('{'))
      throw new Error(`${name} did not end well (${exit.timedOut ? 'time-out' : exit.code})\n${exit.output}`);
    return JSON.parse(line);
  } finally {
    remove();
  }
}
