import { Stop } from './stop.mjs';

/** The oldest Node that everything here works with; package.json says the same under `engines`. */
export const OLDEST_NODE = [20, 19];

/**
 * Stops with a clear message when this Node is too old.
 * @param {import('./say.mjs').Say} say
 * @param {string} version
 */
export function checkNode(say, version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  const needed = OLDEST_NODE.join('.');
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Stop(say.text('nodeTooOld', { version, needed }));
  }
}
