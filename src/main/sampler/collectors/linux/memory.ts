import type { Collector, Sample } from '../../collector.js';
import { readText } from './files.js';

const source = '/proc/meminfo';

/** Kilobytes of one line of /proc/meminfo; undefined when it is not there. */
export function meminfoField(text: string, name: string): number | undefined {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}

/** `memory.usage` (1 - available/total) and `memory.swap` (used share), in %. */
export function createMemory(root: string): Collector {
  return {
    id: 'linux.memory',
    metrics: ['memory.usage', 'memory.swap'],
    tier: 'fast',
    timeoutMs: 1_000,
    read() {
      const info = readText(root, 'proc/meminfo') ?? '';
      return [usage(info), swap(info)];
    },
  };
}

function usage(info: string): Sample {
  const total = meminfoField(info, 'MemTotal');
  const available = meminfoField(info, 'MemAvailable');
  if (total === undefined || total <= 0) return { metric: 'memory.usage', source, missing: 'failed' };
  // Kernels before 3.14 do not say what is available, and free memory alone is no measure of it.
  if (available === undefined) return { metric: 'memory.usage', source, missing: 'unsupported' };
  return { metric: 'memory.usage', source, value: 100 * (1 - Math.min(available, total) / total) };
}

function swap(info: string): Sample {
  const total = meminfoField(info, 'SwapTotal');
  const free = meminfoField(info, 'SwapFree');
  if (total === 0) return { metric: 'memory.swap', source, missing: 'not-present', note: 'no swap' };
  if (total === undefined || free === undefined) return { metric: 'memory.swap', source, missing: 'failed' };
  return { metric: 'memory.swap', source, value: 100 * (1 - Math.min(free, total) / total) };
}
