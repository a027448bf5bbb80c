import type { Collector } from '../../collector.js';
import { type LoadSi, positive, siCollector } from './si.js';

/** `cpu.load` from `currentLoad` (no process started). */
export function createSiCpuLoad(load: LoadSi): Collector {
  const source = 'systeminformation.currentLoad';
  return siCollector(load, { id: 'si.cpu-load', metrics: ['cpu.load'], tier: 'fast' }, async (si) => {
    const { currentLoad } = await si.currentLoad();
    const known = Number.isFinite(currentLoad) && currentLoad >= 0 && currentLoad <= 100;
    return [
      known
        ? { metric: 'cpu.load', source, value: currentLoad }
        : { metric: 'cpu.load', source, missing: 'failed' },
    ];
  });
}

/** `cpu.temperature` from `cpuTemperature`: macOS only, and there only with a native helper installed. */
export function createSiCpuTemperature(load: LoadSi): Collector {
  const source = 'systeminformation.cpuTemperature';
  const head = { id: 'si.cpu-temperature', metrics: ['cpu.temperature'], tier: 'medium' } as const;
  return siCollector(load, head, async (si) => {
    const value = positive((await si.cpuTemperature()).main);
    return [
      value === null
        ? { metric: 'cpu.temperature', source, missing: 'unsupported' }
        : { metric: 'cpu.temperature', source, value },
    ];
  });
}

/** Windows: what the library calls CPU temperature there is the mean of all ACPI zones, which is not the CPU. */
export function createNoCpuTemperature(): Collector {
  return {
    id: 'windows.cpu-temperature',
    metrics: ['cpu.temperature'],
    tier: 'medium',
    timeoutMs: 1_000,
    read: () => [
      {
        metric: 'cpu.temperature',
        source: 'none',
        missing: 'unsupported',
        note: 'ACPI zones are not the CPU',
      },
    ],
  };
}
