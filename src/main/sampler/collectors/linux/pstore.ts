import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listNames } from './files.js';

/** Where the kernel's last words of a crash are kept: by the firmware, and by systemd after the next start. */
const FOLDERS = ['sys/fs/pstore', 'var/lib/systemd/pstore'];

/** Times of the crashes of the kernel that are on record, ms since 1970. Those that this user may not see are left out. */
export function kernelCrashes(root: string): number[] {
  return FOLDERS.flatMap((folder) => recordsBelow(join(root, folder), 2));
}

function recordsBelow(folder: string, depth: number): number[] {
  return (listNames(folder) ?? []).flatMap((name) => {
    try {
      const found = statSync(join(folder, name));
      if (found.isDirectory()) return depth > 0 ? recordsBelow(join(folder, name), depth - 1) : [];
      return /^dmesg/.test(name) ? [Math.floor(found.mtimeMs)] : [];
    } catch {
      return [];
    }
  });
}
