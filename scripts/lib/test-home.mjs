import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeave } from './child.mjs';

/**
 * A fresh home for the tests, so that the user's own data is never read or written. It goes with the script.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ folder: string, env: NodeJS.ProcessEnv }}
 */
export function createTestHome(env = process.env) {
  const folder = mkdtempSync(join(tmpdir(), 'onair-test-'));
  atLeave(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  /** @param {string} name */
  const inside = (name) => {
    mkdirSync(join(folder, name), { recursive: true, mode: 0o700 });
    return join(folder, name);
  };
  const home = inside('home');
  return {
    folder,
    env: {
      ...env,
      HOME: home,
      USERPROFILE: home,
      APPDATA: inside('appdata'),
      LOCALAPPDATA: inside('localappdata'),
      XDG_CONFIG_HOME: inside('config'),
      XDG_DATA_HOME: inside('data'),
      XDG_STATE_HOME: inside('state'),
      XDG_CACHE_HOME: inside('cache'),
      XDG_RUNTIME_DIR: inside('run'),
    },
  };
}
