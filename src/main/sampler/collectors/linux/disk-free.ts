import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collector, Sample } from '../../collector.js';
import { readText } from './files.js';
import { isNetworkFileSystem, mountOf, parseMounts } from './mounts.js';

const metric = 'disk.free';

/**
 * `disk.free` of the volumes that matter: the system's and the one with the user's data. What an ordinary
 * user may still write, in bytes. Network volumes are left out: asking a dead server never returns.
 */
export function createDiskFree(root: string, home: string): Collector {
  return {
    id: 'linux.disk-free',
    metrics: [metric],
    tier: 'slow',
    timeoutMs: 5_000,
    async read() {
      const mounts = parseMounts(readText(root, 'proc/self/mounts') ?? '');
      const found = ['/', home].map((path) => mountOf(mounts, path)).filter((mount) => mount !== null);
      const local = new Set(found.filter((mount) => !isNetworkFileSystem(mount)).map(({ point }) => point));
      const samples: Sample[] = [];
      for (const point of local) samples.push(await readFree(root, point));
      return samples;
    },
  };
}

async function readFree(root: string, point: string): Promise<Sample> {
  const head = { metric, instance: point, source: 'statfs' } as const;
  try {
    const { bavail, bsize } = await statfs(join(root, point));
    return { ...head, value: bavail * bsize };
  } catch (error) {
    const denied = (error as NodeJS.ErrnoException).code === 'EACCES';
    return { ...head, missing: denied ? 'needs-rights' : 'failed' };
  }
}
