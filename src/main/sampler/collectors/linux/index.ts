import type { Collector } from '../../collector.js';
import { createCpuLoad } from './cpu-load.js';
import { createCpuTemperature } from './cpu-temperature.js';
import { createMemory } from './memory.js';

/** What the Linux collectors need to know. */
export interface LinuxOptions {
  /** Folder that stands for `/` (tests). */
  readonly root: string;
  readonly home: string;
}

/** The direct readers of Linux: /proc and /sys only, no process started. */
export function linuxCollectors({ root }: LinuxOptions): Collector[] {
  return [createCpuTemperature(root), createCpuLoad(root), createMemory(root)];
}
