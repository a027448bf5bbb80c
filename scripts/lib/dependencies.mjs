import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { Stop } from './stop.mjs';
import { why } from './why.mjs';

const MINUTE = 60_000;

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Locked */

/**
 * Whether node_modules holds exactly what package-lock.json asks for. npm writes its own list into
 * node_modules as the last step of an installation, so an interrupted one does not match.
 * @param {string} root
 */
export function dependenciesMatch(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  wanted.delete('');
  for (const [path, { version, integrity, optional }] of wanted) {
    const found = present.get(path);
    // An optional package may be for another operating system.
    if (!found && optional) continue;
    if (found?.version !== version || found?.integrity !== integrity) return false;
  }
  return [...present.keys()].every((path) => wanted.has(path));
}

/**
 * Runs `npm ci` unless node_modules matches the lock file already.
 * @param {string} root
 * @param {import('./say.mjs').Say} say
 * @param {{ quiet?: boolean }} [options] quiet: say nothing when nothing is to be done, keep stdout clean
 */
export async function ensureDependencies(root, say, { quiet = false } = {}) {
  if (dependenciesMatch(root)) {
    if (!quiet) say('packagesFine');
    return;
  }
  say('packagesInstalling');
  // Its warnings about packages that are only used on newer Nodes would look like trouble.
  const exit = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    timeout: 20 * MINUTE,
  });
  if (exit.code !== 0) throw new Stop(say.text('packagesFailed', { why: why(exit) }));
}

/**
 * @param {string} file
 * @returns {Map<string, Locked> | undefined} undefined where there is no readable lock file
 */
function readLock(file) {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages));
  } catch {
    return undefined;
  }
}
