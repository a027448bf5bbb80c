import { statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { Stop } from './stop.mjs';

const LOOK_TIME = 10_000;
const SETUID = 0o4000;

/**
 * Makes sure that Chromium can build its sandbox for an ordinary user: with user namespaces, which some
 * systems withhold, or else with its helper, which only root can enable. Without either it would crash.
 * @param {string} dist Electron's folder
 * @param {import('./say.mjs').Say} say
 */
export async function ensureSandbox(dist, say) {
  const namespaces = await run('unshare', ['--user', '--map-root-user', 'true'], { timeout: LOOK_TIME });
  if (namespaces.code === 0) return;
  const helper = join(dist, 'chrome-sandbox');
  const stat = statSync(helper, { throwIfNoEntry: false });
  if (stat?.uid === 0 && (stat.mode & SETUID) !== 0) return;
  const command = `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`;
  throw new Stop(say.text('sandboxMissing', { command }));
}
