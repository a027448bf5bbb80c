import { Stop } from '../lib/stop.mjs';

/** What can be measured, in the order in which it is. */
export const PARTS = /** @type {const} */ ([
  'replay',
  'history',
  'chart',
  'tray',
  'dashboard',
  'start',
  'popup',
  'precheck',
  'readings',
  'peers',
]);
/** @typedef {typeof PARTS[number]} Part */

const USAGE = 64;
const FULL_SECONDS = 600;
const QUICK_SECONDS = 60;

/**
 * Reads the command line of the bench.
 * @param {readonly string[]} args
 */
export function parseOptions(args) {
  const options = { json: false, seconds: FULL_SECONDS, parts: [...PARTS] };
  for (const arg of args) {
    const [name, value = ''] = arg.split('=');
    if (name === '--json') options.json = true;
    else if (name === '--quick') options.seconds = QUICK_SECONDS;
    else if (name === '--seconds' && Number(value) >= 3) options.seconds = Number(value);
    else if (name === '--only') options.parts = value.split(',').map(toPart);
    else throw usage(arg);
  }
  return options;
}

/** @param {string} name @returns {Part} */
function toPart(name) {
  const part = PARTS.find((one) => one === name);
  if (!part) throw usage(name);
  return part;
}

/** @param {string} word */
const usage = (word) =>
  new Stop(
    `bench: ${JSON.stringify(word)}? Switches: --json --quick --seconds=N --only=${PARTS.join(',')}`,
    USAGE,
  );
