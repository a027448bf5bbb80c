import { freemem, totalmem } from 'node:os';
import type { Collector, Sample } from '../../collector.js';
import { type LoadSi, positive, type Si, siCollector } from './si.js';

const source = 'systeminformation.mem';

/** `memory.usage` and `memory.swap` from `mem` (macOS: it starts vm_stat, hence not on the fast tick). */
export function createSiMemory(load: LoadSi): Collector {
  const head = { id: 'si.memory', metrics: ['memory.usage', 'memory.swap'], tier: 'medium' } as const;
  return siCollector(load, head, async (si) => {
    const memory = await si.mem();
    return [usage(memory.total, memory.available, source), swap(memory)];
  });
}

/** `memory.swap` alone, for Windows, where every call of `mem` starts a PowerShell. */
export function createSiSwap(load: LoadSi): Collector {
  const head = { id: 'si.swap', metrics: ['memory.swap'], tier: 'slow' } as const;
  return siCollector(load, head, async (si) => [swap(await si.mem())]);
}

/** `memory.usage` of Windows: what the system calls free there is what is available, and asking is free. */
export function createOsMemory(): Collector {
  return {
    id: 'os.memory',
    metrics: ['memory.usage'],
    tier: 'fast',
    timeoutMs: 1_000,
    read: () => [usage(totalmem(), freemem(), 'os.freemem')],
  };
}

function usage(total: unknown, available: unknown, from: string): Sample {
  const all = positive(total);
  const free = positive(available);
  if (all === null || free === null || free > all)
    return { metric: 'memory.usage', source: from, missing: 'failed' };
  return { metric: 'memory.usage', source: from, value: 100 * (1 - free / all) };
}

function swap({ swaptotal, swapused }: Awaited<ReturnType<Si['mem']>>): Sample {
  const total = positive(swaptotal);
  if (total === null) return { metric: 'memory.swap', source, missing: 'not-present', note: 'no swap' };
  if (!Number.isFinite(swapused) || swapused < 0 || swapused > total)
    return { metric: 'memory.swap', source, missing: 'failed' };
  return { metric: 'memory.swap', source, value: (100 * swapused) / total };
}
