import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atLeave, start } from './child.mjs';
import { STATUS, Stop } from './stop.mjs';
import { why } from './why.mjs';

const STATE_TIME = 60_000;
const POLL = 100;

/**
 * Starts a program once, with no settings, until it has printed the station's state, and ends it.
 * @param {string} executable
 * @param {{ env: NodeJS.ProcessEnv, flags: readonly string[] }} how
 * @param {import('./say.mjs').Say} say
 * @returns {Promise<string>} what it printed
 */
export async function tryOut(executable, { env, flags }, say) {
  const userData = mkdtempSync(join(tmpdir(), 'onair-try-'));
  const remove = () => rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  const forget = atLeave(remove);
  try {
    return await startOnce(executable, [...flags, `--user-data-dir=${userData}`, '--print-state'], env, say);
  } finally {
    forget();
    remove();
  }
}

/**
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./say.mjs').Say} say
 */
async function startOnce(executable, args, env, say) {
  const app = start(executable, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { state: '', errors: '' };
  app.process.stdout?.on('data', (chunk) => (printed.state += chunk));
  app.process.stderr?.on('data', (chunk) => (printed.errors += chunk));
  let ended = false;
  void app.gone.then(() => (ended = true));

  const deadline = Date.now() + STATE_TIME;
  while (!printed.state && !ended && Date.now() < deadline) await sleep(POLL);
  const early = ended;
  await app.end();
  const exit = await app.gone;
  // Windows knows no gentle signal: there every end is a forced one.
  const clean = exit.code === 0 || process.platform === 'win32';
  if (printed.state && !early && clean) return printed.state;
  const values = { why: printed.state || early ? why(exit) : 'time-out', output: printed.errors.trim() };
  throw new Stop(say.text('tryOutFailed', values), STATUS.failed);
}
