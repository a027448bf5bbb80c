import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { Stop } from './stop.mjs';
import { why } from './why.mjs';

const INSTALL_TIME = 15 * 60_000;
const LOOK_TIME = 30_000;

/** Debian packages that bring every library Electron links to or loads. */
export const ELECTRON_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
];
export const FONT_PACKAGE = 'fonts-noto-cjk';

/**
 * Whether a command can be found on PATH.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
export function hasCommand(name, env = process.env) {
  return (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @typedef {{ root: boolean, say: import('./say.mjs').Say }} Rights */

/**
 * Installs Debian packages where we are root; else stops with the one line to run.
 * @param {readonly string[]} packages by their names in Debian 12
 * @param {readonly string[]} missing what is missing, for systems without apt-get
 * @param {Rights} rights
 */
export async function installPackages(packages, missing, { root, say }) {
  if (!hasCommand('apt-get')) throw new Stop(say.text('systemNoApt', { missing: missing.join(' ') }));
  if (!root) {
    throw new Stop(say.text('systemSudo', { command: aptLine(await namesHere(packages)) }));
  }
  const options = { timeout: INSTALL_TIME, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  say('systemInstalling', { packages: packages.join(' ') });
  const update = await run('apt-get', ['update', '-q'], options);
  const names = await namesHere(packages);
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const exit = await run(
    'apt-get',
    ['install', '-yq', '--no-install-recommends', ...wait, ...names],
    options,
  );
  if (exit.code !== 0) {
    const output = `${update.code === 0 ? '' : update.output}${exit.output}`.trim().split('\n').slice(-15);
    const values = { why: why(exit), command: aptLine(names), output: output.join('\n') };
    throw new Stop(say.text('systemFailed', values));
  }
}

/**
 * The names that packages have on this system: newer releases renamed some libraries to …t64.
 * @param {readonly string[]} packages
 */
export async function namesHere(packages) {
  const { output } = await run('apt-cache', ['pkgnames', 'lib'], { timeout: LOOK_TIME });
  const known = new Set(output.split('\n'));
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/**
 * The line that installs packages by hand.
 * @param {readonly string[]} names
 */
export function aptLine(names) {
  return `sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}
