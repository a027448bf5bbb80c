import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder with the shipped procedure and icons: beside the sources, or inside the package.
 * @param candidates folders that may hold `resources`, best first
 */
export function findResources(candidates: readonly string[]): string {
  const folders = candidates.map((folder) => join(folder, 'resources'));
  const found = folders.find((folder) => existsSync(join(folder, 'sop')));
  if (found === undefined) throw new Error(`no resources folder in ${candidates.join(', ')}`);
  return found;
}
