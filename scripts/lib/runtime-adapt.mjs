import { cpSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DEFAULT_APP = fileURLToPath(new URL('../default-app', import.meta.url));

/**
 * Turns an Electron that was packed around somebody's application back into a plain one.
 * @param {string} dist
 * @param {{ executable: string, version: string }} source
 */
export async function adaptRuntime(dist, { executable, version }) {
  const electron = join(dist, 'electron');
  // The name decides too: Electron takes any other name for a packaged application.
  renameSync(join(dist, executable), electron);
  const resources = join(dist, 'resources');
  for (const name of readdirSync(resources).filter((entry) => entry.startsWith('app'))) {
    rmSync(join(resources, name), { recursive: true });
  }
  // Electron looks for this name; a plain folder serves as well as an archive.
  cpSync(DEFAULT_APP, join(resources, 'default_app.asar'), { recursive: true });
  writeFileSync(join(dist, 'version'), version);

  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(electron, {
    version: FuseVersion.V1,
    // Test drivers attach through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The other application's snapshot would be loaded into ours.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  rmSync(join(dist, 'browser_v8_context_snapshot.bin'), { force: true });
}
