import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder name of the program inside the user's application data. */
const FOLDER = 'onair-sentry';

/** Where the user's settings and records lie; the same for the app and the command line. */
export function userDataDir(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'win32':
      return join(env.APPDATA || join(home, 'AppData', 'Roaming'), FOLDER);
    case 'darwin':
      return join(home, 'Library', 'Application Support', FOLDER);
    default:
      return join(env.XDG_CONFIG_HOME || join(home, '.config'), FOLDER);
  }
}
