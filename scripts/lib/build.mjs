import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { STATUS, Stop } from './stop.mjs';
import { why } from './why.mjs';

const BUILD_TIME = 5 * 60_000;
const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const STAMP = join('out', '.build-stamp');

/**
 * A fingerprint of all that the build is made from.
 * @param {string} root
 */
export function sourcesStamp(root) {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((name) => filesUnder(root, name)).sort()) {
    const { mtimeMs, size } = statSync(join(root, path));
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

/**
 * Whether out/ was built, to its end, from the sources as they are.
 * @param {string} root
 */
export function buildIsCurrent(root) {
  const file = join(root, STAMP);
  return existsSync(file) && readFileSync(file, 'utf8') === sourcesStamp(root);
}

/**
 * Builds the app with electron-vite.
 * @param {string} root
 * @param {import('./say.mjs').Say} say
 */
export async function build(root, say) {
  say('building');
  // Taken before the build: what is saved meanwhile makes the next run build again.
  const stamp = sourcesStamp(root);
  rmSync(join(root, STAMP), { force: true });
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const exit = await run(process.execPath, [tool, 'build'], { cwd: root, timeout: BUILD_TIME });
  if (exit.code !== 0) {
    const output = exit.output.trim();
    throw new Stop(say.text('buildFailed', { why: why(exit), output }), STATUS.failed);
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, STAMP), stamp);
}

/**
 * Builds only when the sources are newer than the build.
 * @param {string} root
 * @param {import('./say.mjs').Say} say
 * @param {{ quiet?: boolean }} [options] quiet: say nothing when nothing is to be done
 */
export async function ensureBuilt(root, say, { quiet = false } = {}) {
  if (!buildIsCurrent(root)) await build(root, say);
  else if (!quiet) say('buildFine');
}

/**
 * @param {string} root
 * @param {string} name a file or folder, which need not exist
 * @returns {string[]}
 */
function filesUnder(root, name) {
  const stat = statSync(join(root, name), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [name] : [];
  return readdirSync(join(root, name)).flatMap((entry) => filesUnder(root, join(name, entry)));
}
