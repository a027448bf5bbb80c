import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the executable lies in an Electron folder. */
export const EXECUTABLE =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[String(process.platform)] ??
  'electron';

/**
 * The Electron that the user names by ELECTRON_EXEC_PATH (a file) or ELECTRON_OVERRIDE_DIST_PATH (a folder).
 * @param {import('./say.mjs').Say} say
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('./runtime.mjs').Electron | undefined}
 */
export function overridingElectron(say, env = process.env) {
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH;
  const named = [
    { name: 'ELECTRON_EXEC_PATH', path: env.ELECTRON_EXEC_PATH },
    { name: 'ELECTRON_OVERRIDE_DIST_PATH', path: dist && join(dist, EXECUTABLE) },
  ];
  for (const { name, path } of named) {
    if (!path) continue;
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return describeElectron(path, dirname(path));
    say('overrideMissing', { name, path });
  }
  return undefined;
}

/**
 * @param {string} path
 * @param {string} dist
 * @returns {import('./runtime.mjs').Electron}
 */
export function describeElectron(path, dist) {
  const file = join(dist, 'version');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : '?';
  const kind = existsSync(join(dist, READY)) ? 'registry' : 'official';
  return { path, dist, version, kind };
}

/** Marks a complete development runtime; holds what it was made from. */
export const READY = 'onair-sentry-ready.json';
