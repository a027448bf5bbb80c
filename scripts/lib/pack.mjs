import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { writeNotices } from './notices.mjs';
import { STATUS, Stop } from './stop.mjs';
import { why } from './why.mjs';

const PACK_TIME = 10 * 60_000;
const INSTALLERS_TIME = 60 * 60_000;

/**
 * @typedef {object} Packed the unpacked program
 * @property {string} folder
 * @property {string} executable
 * @property {string} resources
 */

/**
 * Where electron-builder puts the unpacked program of a system.
 * @param {string} output
 * @param {NodeJS.Platform} [platform]
 * @param {string} [arch]
 * @returns {Packed}
 */
export function packedIn(output, platform = process.platform, arch = process.arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') {
    const contents = join(output, `mac${suffix}`, 'OnAir Sentry.app', 'Contents');
    const executable = join(contents, 'MacOS', 'OnAir Sentry');
    return { folder: join(output, `mac${suffix}`), executable, resources: join(contents, 'Resources') };
  }
  const [system, name] = platform === 'win32' ? ['win', 'OnAir Sentry.exe'] : ['linux', 'onair-sentry'];
  const folder = join(output, `${system}${suffix}-unpacked`);
  return { folder, executable: join(folder, name), resources: join(folder, 'resources') };
}

/**
 * Packs what was built around the Electron found here; needs no network.
 * @param {{ root: string, output: string, electron: import('./runtime.mjs').Electron }} what
 * @param {import('./say.mjs').Say} say
 */
export async function packFolder({ root, output, electron }, say) {
  say('packing', { version: electron.version });
  const runtime = [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`];
  await electronBuilder(root, ['--dir', ...runtime, `-c.directories.output=${output}`], PACK_TIME, say);
  return packedIn(output);
}

/**
 * Makes the installers of this system, for every architecture, around official Electrons that electron-builder downloads.
 * @param {{ root: string, output: string }} what
 * @param {import('./say.mjs').Say} say
 */
export async function makeInstallers({ root, output }, say) {
  say('makingInstallers');
  const options = ['--publish', 'never', `-c.directories.output=${output}`];
  await electronBuilder(root, options, INSTALLERS_TIME, say);
}

/**
 * Size of all files in a folder.
 * @param {string} folder
 * @returns {number} bytes
 */
export function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/**
 * @param {string} root
 * @param {readonly string[]} options
 * @param {number} timeout
 * @param {import('./say.mjs').Say} say
 */
async function electronBuilder(root, options, timeout, say) {
  writeNotices(root);
  const tool = join(root, 'node_modules', 'electron-builder', 'cli.js');
  // A build service sets a secret that it doesn't have to nothing, which would be taken for a certificate's path.
  const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const exit = await run(process.execPath, [tool, ...options], { cwd: root, env, timeout });
  if (exit.code === 0) return;
  throw new Stop(say.text('packFailed', { why: why(exit), output: exit.output.trim() }), STATUS.failed);
}
