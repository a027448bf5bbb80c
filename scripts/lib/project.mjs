import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { ensureSandbox } from './linux-sandbox.mjs';
import { ensureLinuxSystem } from './linux-system.mjs';
import { checkNode } from './node-version.mjs';
import { findElectron } from './runtime.mjs';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Whether this user is root, whom Chromium's sandbox refuses. */
export const isRoot = process.getuid?.() === 0;

/**
 * What both `npm start` and `npm test` need first: packages, Electron and the system around it.
 * @param {import('./say.mjs').Say} say
 * @param {Readonly<Record<string, string | readonly string[]>>} tools commands that are needed on Linux → their packages
 * @param {boolean} retry ask for the official Electron even if it could not be reached lately
 */
export async function prepare(say, tools, retry = false) {
  checkNode(say);
  say('nodeFine', { version: process.versions.node });
  await ensureDependencies(ROOT, say);
  const electron = await findElectron({ root: ROOT, say, retry });
  if (process.platform === 'linux') {
    await ensureLinuxSystem(electron.dist, tools, { root: isRoot, say });
    if (!isRoot) await ensureSandbox(electron.dist, say);
  }
  return electron;
}

/**
 * The folder the user stands in: npm runs its scripts in the project's, and tells where it was called.
 * @param {string} script name of the npm script that may have called
 */
export function userFolder(script, env = process.env) {
  return (env.npm_lifecycle_event === script && env.INIT_CWD) || process.cwd();
}
