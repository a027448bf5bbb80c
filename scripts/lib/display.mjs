import { start, within } from './child.mjs';
import { Stop } from './stop.mjs';
import { why } from './why.mjs';

const START_TIME = 15_000;

/**
 * Whether a window would have nowhere to appear.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function lacksDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/**
 * Starts a virtual display of our own; it ends with the script.
 * @param {import('./say.mjs').Say} say
 * @param {string} [size]
 * @returns {Promise<string>} its name, for $DISPLAY
 */
export async function startDisplay(say, size = '1280x800x24') {
  // Xvfb picks a free number itself and writes it to descriptor 3: two runs never get in each other's way.
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'];
  const xvfb = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  let output = '';
  xvfb.process.stderr?.on('data', (chunk) => (output += chunk));

  const number = new Promise((resolve) => xvfb.process.stdio[3]?.once('data', resolve));
  const first = await within(START_TIME, Promise.race([number, xvfb.exited]));
  if (first instanceof Uint8Array) return `:${String(first).trim()}`;
  const reason = first ? why(/** @type {import('./child.mjs').Exit} */ (first)) : 'time-out';
  throw new Stop(say.text('displayFailed', { why: reason, output: output.trim() }));
}
