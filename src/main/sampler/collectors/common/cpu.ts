import type { Collector } from '../../collector.js';
import type { LoadSi } from './si.js';

/** `cpu.load` from `currentLoad` of the library (no process started). */
export function createSiCpuLoad(load: LoadSi): Collector {
  const source = 'systeminformation.currentLoad';
  return {
    id: 'si.cpu-load',
    metrics: ['cpu.load'],
    tier: 'fast',
    timeoutMs: 8_000,
    read: async () => {
      const { currentLoad } = await (await load()).currentLoad();
      const known = Number.isFinite(currentLoad) && currentLoad >= 0 && currentLoad <= 100;
      return [
        known
          ? { metric: 'cpu.load', source, value: currentLoad }
          : { metric: 'cpu.load', source, missing: 'failed' },
      ];
    },
  };
}
