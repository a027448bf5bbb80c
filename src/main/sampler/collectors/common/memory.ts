import { freemem, totalmem } from 'node:os';
import type { Collector } from '../../collector.js';

/** `memory.usage` of Windows: what the system calls free there is what is available, and asking is free. */
export function createOsMemory(): Collector {
  const source = 'os.freemem';
  return {
    id: 'os.memory',
    metrics: ['memory.usage'],
    tier: 'fast',
    timeoutMs: 1_000,
    read: () => {
      const total = totalmem();
      const free = freemem();
      const known = total > 0 && free >= 0 && free <= total;
      return [
        known
          ? { metric: 'memory.usage', source, value: 100 * (1 - free / total) }
          : { metric: 'memory.usage', source, missing: 'failed' },
      ];
    },
  };
}
