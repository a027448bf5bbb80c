import type { Collector } from '../../collector.js';
import { createBattery } from './battery.js';
import { createCameras } from './cameras.js';
import { createCpuLoad } from './cpu-load.js';
import { createCpuTemperature } from './cpu-temperature.js';
import { createDiskFree } from './disk-free.js';
import { createDisks } from './disks.js';
import { createMemory } from './memory.js';
import { createMicrophones } from './microphones.js';
import { createNetwork } from './network.js';
import { createDeviceFinder } from './network-device.js';
import { createNetworkMedium } from './network-medium.js';
import { createPowerAc } from './power-ac.js';
import type { RouteReader } from './route.js';

/** What the Linux collectors need to know. */
export interface LinuxOptions {
  /** Folder that stands for `/` (tests). */
  readonly root: string;
  readonly home: string;
  readonly routeAt: RouteReader;
}

/** The direct readers of Linux: /proc and /sys only, no process started. Why not the library: docs/collectors.md. */
export function linuxCollectors({ root, home, routeAt }: LinuxOptions): Collector[] {
  const findDevice = createDeviceFinder(root, routeAt);
  return [
    createCpuTemperature(root),
    createCpuLoad(root),
    createMemory(root),
    createDisks(root),
    createDiskFree(root, home),
    createNetwork(root, findDevice),
    createNetworkMedium(root, findDevice),
    createPowerAc(root),
    createBattery(root),
    createCameras(root),
    createMicrophones(root),
  ];
}
