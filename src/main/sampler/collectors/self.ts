import type { Clock } from '../clock.js';
import type { Collector } from '../collector.js';

/** Main tells of itself under another name. */
const instance = 'sampler';

/**
 * Own cost of the process that runs the collectors: CPU in % of one core, resident memory, and how long the
 * last tick kept the event loop from anything else, ms. The delay is taken from one tick to the next turn of
 * the loop: a sampling monitor would wake the process twice a second, which costs more than all reading.
 */
export function createSelfCollector(clock: Clock): Collector {
  let last: { readonly at: number; readonly cpuMs: number } | null = null;
  let delay: number | null = null;
  return {
    id: 'self',
    metrics: ['self.cpu', 'self.memory', 'self.delay'],
    tier: 'medium',
    timeoutMs: 1_000,
    read() {
      const now = { at: clock.monotonic(), cpuMs: cpuMs() };
      const elapsed = last === null ? 0 : now.at - last.at;
      const busyMs = last === null ? 0 : now.cpuMs - last.cpuMs;
      last = now;
      const blocked = delay;
      setImmediate(() => {
        delay = clock.monotonic() - now.at;
      });
      const cpu = { metric: 'self.cpu', instance, source: 'process.cpuUsage' } as const;
      const loop = { metric: 'self.delay', instance, source: 'event loop' } as const;
      const memory = process.memoryUsage.rss();
      return [
        elapsed > 0 ? { ...cpu, value: (100 * busyMs) / elapsed } : { ...cpu, missing: 'warming-up' },
        { metric: 'self.memory', instance, source: 'process.memoryUsage', value: memory },
        blocked === null ? { ...loop, missing: 'warming-up' } : { ...loop, value: blocked },
      ];
    },
    reset() {
      last = null;
      delay = null;
    },
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
