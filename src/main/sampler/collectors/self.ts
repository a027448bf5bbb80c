import type { Clock } from '../clock.js';
import type { Collector } from '../collector.js';

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
      return [
        elapsed > 0
          ? { metric: 'self.cpu', source: 'process.cpuUsage', value: (100 * busyMs) / elapsed }
          : { metric: 'self.cpu', source: 'process.cpuUsage', missing: 'warming-up' },
        { metric: 'self.memory', source: 'process.memoryUsage', value: process.memoryUsage.rss() },
        blocked === null
          ? { metric: 'self.delay', source: 'event loop', missing: 'warming-up' }
          : { metric: 'self.delay', source: 'event loop', value: blocked },
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
