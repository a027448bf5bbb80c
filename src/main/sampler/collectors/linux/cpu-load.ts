import type { Collector } from '../../collector.js';
import { KernelFiles } from './kernel-files.js';

/** Time all cores have spent so far, in kernel ticks. */
export interface CpuTimes {
  readonly busy: number;
  readonly total: number;
}

/** Parses the first line of /proc/stat. Waiting for a disk counts as idle; null: not such a line. */
export function parseCpuTimes(stat: string): CpuTimes | null {
  const fields = /^cpu +((?:\d+ ?)+)/.exec(stat)?.[1]?.trim().split(' ').map(Number);
  // user nice system idle iowait irq softirq steal; the guest times after them are part of user and nice.
  const [user, nice, system, idle, iowait = 0, irq = 0, softirq = 0, steal = 0] = fields ?? [];
  if (user === undefined || nice === undefined || system === undefined || idle === undefined) return null;
  const busy = user + nice + system + irq + softirq + steal;
  return { busy, total: busy + idle + iowait };
}

/** `cpu.load`: busy share of all cores since the last run. */
export function createCpuLoad(root: string): Collector {
  const source = '/proc/stat';
  const files = new KernelFiles();
  let last: CpuTimes | null = null;
  return {
    id: 'linux.cpu-load',
    metrics: ['cpu.load'],
    tier: 'fast',
    timeoutMs: 1_000,
    read() {
      const now = parseCpuTimes(files.readHead(`${root}/proc/stat`) ?? '');
      if (now === null) return [{ metric: 'cpu.load', source, missing: 'failed' }];
      const total = last === null ? 0 : now.total - last.total;
      const busy = last === null ? 0 : now.busy - last.busy;
      last = now;
      // The kernel's idle times may step back a little; such a pair of readings says nothing.
      if (total <= 0 || busy < 0 || busy > total)
        return [{ metric: 'cpu.load', source, missing: 'warming-up' }];
      return [{ metric: 'cpu.load', source, value: (100 * busy) / total }];
    },
    reset: () => {
      last = null;
    },
    dispose: () => files.close(),
  };
}
