import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether something can be written into a folder, found by trying: rights alone do not tell (full disk, Windows). */
export function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(join(folder, '.write-')));
    return true;
  } catch {
    return false;
  }
}
