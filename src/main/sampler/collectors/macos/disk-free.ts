import { stat, statfs } from 'node:fs/promises';
import type { Collector, Sample } from '../../collector.js';

const metric = 'disk.free';

/** State of the volume that a path lies on. */
export interface VolumeState {
  /** The same for two paths on the same volume. */
  readonly device: number;
  readonly freeBytes: number;
}

/** Looks at the volume of a path; rejects as the functions of node:fs do. */
export type LookAtVolume = (path: string) => Promise<VolumeState>;

const lookAtVolume: LookAtVolume = async (path) => {
  const { dev } = await stat(path);
  const { bavail, bsize } = await statfs(path);
  return { device: dev, freeBytes: bavail * bsize };
};

/**
 * `disk.free` of the volume with everybody's data (the system itself is sealed and read-only) and of the one with the
 * home folder, where that is another. Space that macOS would clear on demand is not counted.
 */
export function createDiskFree(home: string, look: LookAtVolume = lookAtVolume): Collector {
  return {
    id: 'macos.disk-free',
    metrics: [metric],
    tier: 'slow',
    timeoutMs: 5_000,
    async read() {
      const samples: Sample[] = [];
      const seen = new Set<number>();
      for (const paths of [['/System/Volumes/Data', '/'], [home]]) {
        const found = await firstOf(paths, look);
        if (found.state === null) samples.push(failure(found.path, found.code));
        else if (!seen.has(found.state.device)) {
          seen.add(found.state.device);
          samples.push({ metric, instance: found.path, source: 'statfs', value: found.state.freeBytes });
        }
      }
      return samples;
    },
  };
}

type Found =
  | { readonly path: string; readonly state: VolumeState }
  | { readonly path: string; readonly state: null; readonly code: string };

/** The first of these paths that exists (systems before 10.15 have no volume of their own for data). */
async function firstOf(paths: readonly string[], look: LookAtVolume): Promise<Found> {
  let failed: Found = { path: paths[0] ?? '', state: null, code: 'ENOENT' };
  for (const path of paths) {
    try {
      return { path, state: await look(path) };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code !== 'ENOENT') return { path, state: null, code };
      failed = { path, state: null, code };
    }
  }
  return failed;
}

const failure = (instance: string, code: string): Sample => ({
  metric,
  instance,
  source: 'statfs',
  missing: code === 'EACCES' || code === 'EPERM' ? 'needs-rights' : 'failed',
});
