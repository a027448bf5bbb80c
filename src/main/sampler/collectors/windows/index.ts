import type { Collector } from '../../collector.js';
import { createSiPower } from '../common/battery.js';
import { createNoCpuTemperature, createSiCpuLoad } from '../common/cpu.js';
import { createSiDiskFree } from '../common/disk.js';
import { createOsMemory, createSiSwap } from '../common/memory.js';
import { createSiNetwork, createSiNetworkMedium } from '../common/network.js';
import type { LoadSi } from '../common/si.js';

/** The collectors of Windows, for now through the library. Disk throughput, cameras, microphones: unsupported. */
export function windowsCollectors(load: LoadSi, home: string): Collector[] {
  const systemDrive = process.env.SystemDrive ?? 'C:';
  return [
    createNoCpuTemperature(),
    createSiCpuLoad(load),
    createOsMemory(),
    createSiSwap(load),
    createSiDiskFree(load, [systemDrive, home]),
    createSiNetwork(load),
    createSiNetworkMedium(load),
    createSiPower(load, 'win32'),
  ];
}
