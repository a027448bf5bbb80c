import type { Collector } from '../../collector.js';
import { createSiPower } from '../common/battery.js';
import { createSiCpuLoad, createSiCpuTemperature } from '../common/cpu.js';
import { createSiDiskFree, createSiDiskRates } from '../common/disk.js';
import { createSiMemory } from '../common/memory.js';
import { createSiMicrophones } from '../common/microphones.js';
import { createSiNetwork, createSiNetworkMedium } from '../common/network.js';
import type { LoadSi } from '../common/si.js';

/** The collectors of macOS, for now through the library. Cameras and disk latency: unsupported. */
export function macosCollectors(load: LoadSi, home: string): Collector[] {
  return [
    createSiCpuTemperature(load),
    createSiCpuLoad(load),
    createSiMemory(load),
    createSiDiskRates(load),
    createSiDiskFree(load, ['/', home]),
    createSiNetwork(load),
    createSiNetworkMedium(load),
    createSiPower(load, 'darwin'),
    createSiMicrophones(load),
  ];
}
