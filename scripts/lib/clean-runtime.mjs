import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { READY } from './runtime-override.mjs';

/**
 * Hook of electron-builder: takes out what an Electron for development holds and a program must not,
 * above all the default application. (From an Electron that it downloads itself it does so on its own.)
 * @param {{ appOutDir: string, electronPlatformName: string }} context
 */
export default function cleanRuntime({ appOutDir, electronPlatformName }) {
  // The bundle gets the program's name only later.
  const resources = electronPlatformName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  rmSync(join(appOutDir, resources, 'default_app.asar'), { recursive: true, force: true });
  for (const name of ['version', READY]) rmSync(join(appOutDir, name), { force: true });
}
