import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ name: string, version: string, identifier?: string, text?: string }} License */

const RULE = '='.repeat(80);
const HEAD = `OnAir Sentry contains the following packages. The licences of Electron and Chromium lie beside them, in
LICENSE.electron.txt and LICENSES.chromium.html.`;

/**
 * Writes the licences of all packages that the bundles hold, as the build recorded them.
 * @param {string} root of the project
 */
export function writeNotices(root) {
  const out = join(root, 'out');
  const recorded = ['main', 'preload', 'renderer'].map((part) => join(out, part, 'licenses.json'));
  const licenses = recorded.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), noticesText(licenses));
}

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
