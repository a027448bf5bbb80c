import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './child.mjs';
import { describeElectron } from './runtime-override.mjs';
import { why } from './why.mjs';

const RELEASES = 'https://github.com/electron/electron/releases/download/';
const PROBE_TIME = 6000;
const DOWNLOAD_TIME = 10 * 60_000;
const REMEMBERED = 24 * 3600_000;

/**
 * The official Electron in node_modules, if it is complete and of the version that package.json asks for.
 * @param {string} root
 * @returns {import('./runtime.mjs').Electron | undefined}
 */
export function installedOfficial(root) {
  const home = join(root, 'node_modules', 'electron');
  try {
    // Electron's installer writes path.txt last, so a half unpacked folder has none.
    const dist = join(home, 'dist');
    const path = join(dist, readFileSync(join(home, 'path.txt'), 'utf8'));
    const found = describeElectron(path, dist);
    return found.version === wantedVersion(root) ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Downloads the official Electron with its own installer, if its host answers within seconds.
 * @param {{ root: string, say: import('./say.mjs').Say, cache: string, retry: boolean }} where
 */
export async function downloadOfficial({ root, say, cache, retry }) {
  const version = wantedVersion(root);
  const url = downloadUrl(version);
  const { host } = new URL(url);
  // Electron's installer can use a proxy that this probe knows nothing of.
  const proxied = Boolean(process.env.ELECTRON_GET_USE_PROXY);
  const memory = join(cache, 'unreachable.json');
  if (!proxied && !(await isReachable(url, memory, retry))) {
    say('officialUnreachable', { host });
    return undefined;
  }
  say('officialDownloading', { version, host });
  const home = join(root, 'node_modules', 'electron');
  // What an earlier run left half unpacked must not be taken for whole.
  for (const name of ['dist', 'path.txt']) rmSync(join(home, name), { recursive: true, force: true });
  const exit = await run(process.execPath, [join(home, 'install.js')], {
    stdio: ['ignore', process.stderr, process.stderr],
    timeout: DOWNLOAD_TIME,
  });
  const found = installedOfficial(root);
  if (!found) {
    // Else every start would download the whole of it again, only to throw it away.
    rememberFailure(url, memory, Date.now());
    say('officialFailed', { why: why(exit) });
  }
  return found;
}

/**
 * Where Electron's installer would download from; it honours the same settings.
 * @param {string} version
 * @param {NodeJS.ProcessEnv} env
 */
export function downloadUrl(version, env = process.env) {
  const base = env.npm_config_electron_mirror || env.ELECTRON_MIRROR || RELEASES;
  const folder = env.npm_config_electron_custom_dir || env.ELECTRON_CUSTOM_DIR || `v${version}`;
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  return `${base}${folder.replace('{{ version }}', version)}/${file}`;
}

/**
 * Asks for the head of `url`. A failure is remembered for a day, so that the next start does not wait again.
 * @param {string} url
 * @param {string} memory file that remembers the last failure
 * @param {boolean} retry ask even if it is remembered as failed
 * @param {number} [now]
 */
export async function isReachable(url, memory, retry, now = Date.now()) {
  if (!retry && failedLately(url, memory, now)) return false;
  const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIME) }).catch(
    () => null,
  );
  if (answer?.ok) {
    rmSync(memory, { force: true });
    return true;
  }
  rememberFailure(url, memory, now);
  return false;
}

/**
 * @param {string} url
 * @param {string} memory
 * @param {number} at
 */
function rememberFailure(url, memory, at) {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ url, at }));
}

/**
 * @param {string} url
 * @param {string} memory
 * @param {number} now
 */
function failedLately(url, memory, now) {
  try {
    const failed = JSON.parse(readFileSync(memory, 'utf8'));
    // A time in the future comes from a clock that was wrong: ask again.
    return failed.url === url && failed.at <= now && now - failed.at < REMEMBERED;
  } catch {
    return false;
  }
}

/** @param {string} root */
function wantedVersion(root) {
  const file = join(root, 'node_modules', 'electron', 'package.json');
  return String(JSON.parse(readFileSync(file, 'utf8')).version);
}
