import { statfs } from 'node:fs/promises';
import type { Collector, Sample } from '../../collector.js';

const metric = 'disk.free';

/** Free and total space of a volume, as node tells. */
type StatFs = (path: string) => Promise<{ readonly bavail: number; readonly bsize: number }>;

/**
 * `disk.free` of the system's drive and of the one with the user's data, in bytes this user may still write. Asked of
 * the system itself (GetDiskFreeSpaceEx through node). A home on a server is left out: a dead one never answers.
 */
export function createDiskFree(paths: readonly string[], ask: StatFs = statfs): Collector {
  const drives = [...new Set(paths.map(driveOf).filter((drive) => drive !== null))];
  return {
    id: 'windows.disk-free',
    metrics: [metric],
    tier: 'slow',
    timeoutMs: 5_000,
    async read() {
      const samples: Sample[] = [];
      for (const drive of drives) samples.push(await readFree(drive, ask));
      return samples;
    },
  };
}

/** Drive of a path, `C:`; null: it is on none. */
export const driveOf = (path: string): string | null => /^([a-z]):/i.exec(path)?.[0].toUpperCase() ?? null;

async function readFree(drive: string, ask: StatFs): Promise<Sample> {
  const head = { metric, instance: drive, source: 'statfs' } as const;
  try {
    const { bavail, bsize } = await ask(`${drive}\\`);
    return { ...head, value: bavail * bsize };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { ...head, missing: code === 'EACCES' || code === 'EPERM' ? 'needs-rights' : 'failed' };
  }
}
