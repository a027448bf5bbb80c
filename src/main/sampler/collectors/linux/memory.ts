import type { Collector, Sample } from '../../collector.js';
import { KernelFiles } from './kernel-files.js';

const source = '/proc/meminfo';

/** Kilobytes of one line of /proc/meminfo; undefined when it is not there. */
export function meminfoField(text: string, name: string): number | undefined {
  const head = `${name}:`;
  // No expression made of the name: that would be made anew at every tick.
  const from = text.startsWith(head) ? 0 : text.indexOf(`\n${head}`) + 1;
  if (from === 0 && !text.startsWith(head)) return undefined;
  const line = text.slice(from + head.length, text.indexOf('\n', from) >>> 0);
  const kilobytes = /^\s+(\d+) kB$/.exec(line)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}

/** `memory.usage` (1 - available/total) and `memory.swap` (used share), in %. */
export function createMemory(root: string): Collector {
  const files = new KernelFiles();
  return {
    id: 'linux.memory',
    metrics: ['memory.usage', 'memory.swap'],
    tier: 'fast',
    timeoutMs: 1_000,
    read() {
      const info = files.readHead(`${root}/proc/meminfo`) ?? '';
      return [usage(info), swap(info)];
    },
    dispose: () => files.close(),
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
