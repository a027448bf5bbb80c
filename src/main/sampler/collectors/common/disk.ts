import type { Collector, Sample } from '../../collector.js';
import { type LoadSi, siCollector } from './si.js';

/** `disk.free` from `fsSize`, for the volumes that hold one of the paths (system, user's data). */
export function createSiDiskFree(load: LoadSi, paths: readonly string[]): Collector {
  const head = { id: 'si.disk-free', metrics: ['disk.free'], tier: 'slow' } as const;
  return siCollector(load, head, async (si) => {
    const volumes = (await si.fsSize()).filter(
      ({ size, available }) => size > 0 && Number.isFinite(available),
    );
    const mounts = volumes.map(({ mount }) => mount);
    const watched = new Set(paths.map((path) => volumeOf(mounts, path)));
    return volumes
      .filter(({ mount }) => watched.has(mount))
      .map(({ mount, available }) => ({
        metric: 'disk.free',
        instance: mount,
        source: 'systeminformation.fsSize',
        value: available,
      }));
  });
}

/** The volume a path lies on: the longest mount point (or drive) that it begins with; null: none. */
export function volumeOf(mounts: readonly string[], path: string): string | null {
  const whole = path.toLowerCase();
  const above = mounts.filter((mount) => {
    const start = mount.toLowerCase().replace(/[\\/]+$/, '');
    return whole === start || whole.startsWith(`${start}/`) || whole.startsWith(`${start}\\`);
  });
  return above.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** `disk.read.rate` and `disk.write.rate` from `fsStats` (macOS; on Windows it answers null). */
export function createSiDiskRates(load: LoadSi): Collector {
  const metrics = ['disk.read.rate', 'disk.write.rate'] as const;
  const source = 'systeminformation.fsStats';
  return siCollector(load, { id: 'si.disk-rates', metrics, tier: 'medium' }, async (si) => {
    const stats = await si.fsStats();
    // No disk that has ever been read: the answer was empty and its zeros are no values.
    if (!(stats?.rx > 0)) return metrics.map((metric) => ({ metric, source, missing: 'failed' }));
    const rate = (metric: Sample['metric'], value: number | null): Sample =>
      value === null || !Number.isFinite(value) || value < 0
        ? { metric, source, missing: 'warming-up' }
        : { metric, source, value };
    return [rate('disk.read.rate', stats.rx_sec), rate('disk.write.rate', stats.wx_sec)];
  });
}
