import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Clock } from '../clock.js';
import type { Collector } from '../collector.js';

/** Time between two looks at the event loop, ms: twice a second costs nothing measurable. */
const RESOLUTION_MS = 500;

/**
 * Own cost of the process that runs the collectors: CPU in % of one core, resident memory, and the worst
 * delay of its event loop since the last run, ms.
 */
export function createSelfCollector(clock: Clock): Collector {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let last: { at: number; cpuMs: number } | null = null;
  return {
    id: 'self',
    metrics: ['self.cpu', 'self.memory', 'self.delay'],
    tier: 'fast',
    timeoutMs: 1_000,
    read() {
      delay.enable();
      const now = { at: clock.monotonic(), cpuMs: cpuMs() };
      const elapsed = last === null ? 0 : now.at - last.at;
      const busyMs = last === null ? 0 : now.cpuMs - last.cpuMs;
      last = now;
      const worst = delay.count > 0 ? Math.max(0, delay.max / 1e6 - RESOLUTION_MS) : null;
      delay.reset();
      return [
        elapsed > 0
          ? { metric: 'self.cpu', source: 'process.cpuUsage', value: (100 * busyMs) / elapsed }
          : { metric: 'self.cpu', source: 'process.cpuUsage', missing: 'warming-up' },
        { metric: 'self.memory', source: 'process.memoryUsage', value: process.memoryUsage.rss() },
        worst === null
          ? { metric: 'self.delay', source: 'perf_hooks', missing: 'warming-up' }
          : { metric: 'self.delay', source: 'perf_hooks', value: worst },
      ];
    },
    reset() {
      last = null;
      delay.reset();
    },
    dispose: () => void delay.disable(),
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
