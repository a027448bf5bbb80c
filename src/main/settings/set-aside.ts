import { renameSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * Renames a damaged file so that defaults can take its place and nothing is lost: `settings.json` becomes
 * `settings.corrupt-2026-03-01T10-20-30.456Z.json` (colons can't be in file names on Windows).
 * @returns where it is now: its old place when it can't be renamed
 */
export function setAside(file: string, now: Date): string {
  const extension = extname(file);
  const stamp = now.toISOString().replaceAll(':', '-');
  const aside = join(dirname(file), `${basename(file, extension)}.corrupt-${stamp}${extension}`);
  try {
    renameSync(file, aside);
    return aside;
  } catch {
    return file;
  }
}
