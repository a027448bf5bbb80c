import type { Collector, Sample } from '../../collector.js';
import { readText } from './files.js';

const source = '/proc/meminfo';

/** Parses /proc/meminfo: kilobytes by name. */
export function parseMeminfo(text: string): Map<string, number> {
  const lines = text.matchAll(/^([\w()]+):\s+(\d+) kB$/gm);
  return new Map(Array.from(lines, ([, name = '', kilobytes]) => [name, Number(kilobytes)]));
}

/** `memory.usage` (1 - available/total) and `memory.swap` (used share), in %. */
export function createMemory(root: string): Collector {
  return {
    id: 'linux.memory',
    metrics: ['memory.usage', 'memory.swap'],
    tier: 'fast',
    timeoutMs: 1_000,
    read() {
      const info = parseMeminfo(readText(root, 'proc/meminfo') ?? '');
      return [usage(info), swap(info)];
    },
  };
}

function usage(info: Map<string, number>): Sample {
  const total = info.get('MemTotal');
  const available = info.get('MemAvailable');
  if (total === undefined || total <= 0) return { metric: 'memory.usage', source, missing: 'failed' };
  // Kernels before 3.14 do not say what is available, and free memory alone is no measure of it.
  if (available === undefined) return { metric: 'memory.usage', source, missing: 'unsupported' };
  return { metric: 'memory.usage', source, value: 100 * (1 - Math.min(available, total) / total) };
}

function swap(info: Map<string, number>): Sample {
  const total = info.get('SwapTotal');
  const free = info.get('SwapFree');
  if (total === 0) return { metric: 'memory.swap', source, missing: 'not-present', note: 'no swap' };
  if (total === undefined || free === undefined) return { metric: 'memory.swap', source, missing: 'failed' };
  return { metric: 'memory.swap', source, value: 100 * (1 - Math.min(free, total) / total) };
}
