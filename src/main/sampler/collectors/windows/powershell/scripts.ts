import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The script that PowerShell is started with. */
const HOST_SCRIPT = 'host.ps1';

/** How far above this file the project's folder may lie: five in the sources, three in a build. */
const LEVELS_UP = 8;

/**
 * Path of the shipped host script; null: it is not there (a damaged installation).
 * Installed, it lies beside the archive, because PowerShell can't read inside of it; else below the project.
 */
export function findHostScript(
  here: string = dirname(fileURLToPath(import.meta.url)),
  packaged: string | undefined = process.resourcesPath,
): string | null {
  const candidates = packaged === undefined ? [] : [join(packaged, 'windows', HOST_SCRIPT)];
  let folder = here;
  for (let level = 0; level < LEVELS_UP; level += 1) {
    candidates.push(join(folder, 'resources', 'windows', HOST_SCRIPT));
    folder = dirname(folder);
  }
  return candidates.find((path) => existsSync(path)) ?? null;
}
