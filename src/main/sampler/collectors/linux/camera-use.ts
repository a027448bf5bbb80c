import type { Collector, Sample } from '../../collector.js';
import { findCameras } from './cameras.js';
import { listNames, readInteger } from './files.js';
import { programsWithOpen } from './open-files.js';

const metric = 'camera.inUse';
const NODES = 'sys/class/video4linux';

/** How often all open files are looked through while it is not plain that nobody films, ms: tens of milliseconds each. */
const LOOK_AGAIN_MS = 60_000;

/**
 * `camera.inUse`: a driver as a module counts the files that are open on it; 0 is a sure no, for all users. Otherwise the
 * open files of the processes are looked through, those of this user only unless it is root; the programs are the note.
 */
export function createCameraUse(root: string): Collector {
  let last: {
    readonly at: number;
    readonly opens: number | null;
    readonly samples: readonly Sample[];
  } | null = null;
  return {
    id: 'linux.camera-use',
    metrics: [metric],
    tier: 'medium',
    timeoutMs: 5_000,
    async read({ monotonic }) {
      if (findCameras(root).length === 0) return [];
      const opens = countOpens(root);
      if (opens === 0) {
        last = null;
        return [{ metric, source: 'module refcnt', value: 0 }];
      }
      if (last === null || last.opens !== opens || monotonic - last.at >= LOOK_AGAIN_MS)
        last = { at: monotonic, opens, samples: [await look(root, opens)] };
      return last.samples;
    },
    reset() {
      last = null;
    },
  };
}

/** Open files on the drivers of all nodes; null: one of them does not count. */
function countOpens(root: string): number | null {
  const nodes = (listNames(root, NODES) ?? []).filter((name) => /^video\d+$/.test(name));
  const counts = nodes.map((node) => readInteger(root, NODES, node, 'device/driver/module/refcnt'));
  return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

async function look(root: string, opens: number | null): Promise<Sample> {
  const programs = await programsWithOpen(root, (path) => /^\/dev\/video\d+$/.test(path));
  const source = '/proc/*/fd';
  if (programs.length > 0) return { metric, source, value: 1, note: programs.join(', ') };
  if (opens === null) return { metric, source, value: 0, note: 'programs of this user' };
  // Other modules may hold the driver as well, so that a count proves no use by itself.
  return { metric, source, missing: 'needs-rights', advice: 'hidden-programs' };
}
