import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { atLeave } from './child.mjs';

const DAY = 24 * 3600_000;
const WORK = '.work-';

/**
 * The folder of this user for what can be fetched again.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'onair-sentry');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'onair-sentry');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'onair-sentry');
}

/**
 * Hands a folder beside the final place to `job`, so that its result can be moved in place by one rename,
 * and removes it afterwards, also when the script is ended meanwhile. Leftovers of died runs go first.
 * @template T
 * @param {string} cache
 * @param {(folder: string) => Promise<T>} job
 */
export async function withWorkFolder(cache, job) {
  mkdirSync(cache, { recursive: true });
  removeLeftovers(cache);
  const folder = mkdtempSync(join(cache, `${WORK}${hostname()}+${process.pid}+`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const forget = atLeave(remove);
  try {
    return await job(folder);
  } finally {
    forget();
    remove();
  }
}

/** @param {string} cache */
function removeLeftovers(cache) {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith(WORK))) {
    const [host, pid] = name.slice(WORK.length).split('+');
    // The cache may be shared by machines: a process id says something only about our own.
    const over = host === hostname() ? !isAlive(Number(pid)) : isOld(join(cache, name));
    if (over) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} path */
function isOld(path) {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
  return Date.now() - mtimeMs > DAY;
}
