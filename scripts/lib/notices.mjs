import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ name: string, version: string, identifier?: string, text?: string }} License */

const RULE = '='.repeat(80);
const HEAD = `OnAir Sentry contains the following packages. The licences of Electron and Chromium lie beside them, in
LICENSE.electron.txt and LICENSES.chromium.html.`;

/**
 * Writes the licences of all packages that the program holds: in the bundles, as the build recorded them, and beside.
 * @param {string} root of the project
 */
export function writeNotices(root) {
  const out = join(root, 'out');
  const recorded = ['main', 'preload', 'renderer'].map((part) => join(out, part, 'licenses.json'));
  const licenses = recorded.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
  licenses.push(...packedLicenses(root));
  writeFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), noticesText(licenses));
}

/**
 * Licences of the packages that are packed as they are: the `dependencies` and what these need, as far as it is
 * installed on this system.
 * @param {string} root
 * @returns {License[]}
 */
export function packedLicenses(root) {
  /** @type {Map<string, License>} */
  const found = new Map();
  /** @param {string} folder */
  const follow = (folder) => {
    const { dependencies = {}, optionalDependencies = {} } = readPackage(folder);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const home = homeOf(name, folder);
      if (home === undefined || found.has(home)) continue;
      const { version, license } = readPackage(home);
      const file = join(home, 'LICENSE');
      found.set(home, {
        name,
        version,
        ...(license && { identifier: license }),
        ...(existsSync(file) && { text: readFileSync(file, 'utf8').trim() }),
      });
      follow(home);
    }
  };
  follow(root);
  return [...found.values()];
}

/**
 * Where Node finds a package that one in this folder asks for.
 * @param {string} name
 * @param {string} folder
 * @returns {string | undefined} undefined: it is not installed here
 */
function homeOf(name, folder) {
  for (let place = folder; ; place = dirname(place)) {
    const home = join(place, 'node_modules', name);
    if (existsSync(join(home, 'package.json'))) return home;
    if (place === dirname(place)) return undefined;
  }
}

/** @param {string} folder */
const readPackage = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * One text from the licences of several bundles, each package once.
 * @param {readonly License[]} licenses
 */
export function noticesText(licenses) {
  const named = new Map(licenses.map((one) => [`${one.name} ${one.version}`, one]));
  const parts = [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, one]) => notice(title, one));
  return `${[HEAD, ...parts].join(`\n\n${RULE}\n\n`)}\n`;
}

/**
 * @param {string} title
 * @param {License} license
 */
function notice(title, { identifier, text }) {
  if (!identifier && !text) throw new Error(`${title} is bundled, but states no licence`);
  return [`${title}${identifier ? ` (${identifier})` : ''}`, text].filter(Boolean).join('\n\n');
}
