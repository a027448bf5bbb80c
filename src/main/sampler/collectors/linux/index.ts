import type { Collector } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { createAntivirus } from './antivirus.js';
import { createBattery } from './battery.js';
import { createBus } from './bus.js';
import { createCameraUse } from './camera-use.js';
import { createCameras } from './cameras.js';
import { createCpuLoad } from './cpu-load.js';
import { createCpuTemperature } from './cpu-temperature.js';
import { createDiskFree } from './disk-free.js';
import { createDiskSmart } from './disk-smart.js';
import { createDisks } from './disks.js';
import { createEcc } from './ecc.js';
import { createFans } from './fans.js';
import { createHistory } from './history.js';
import { createJournal } from './journal.js';
import { createMemory } from './memory.js';
import { createMicrophoneUse } from './microphone-use.js';
import { createMicrophones } from './microphones.js';
import { createMuted } from './muted.js';
import { createNetwork } from './network.js';
import { createDeviceFinder } from './network-device.js';
import { createNetworkMedium } from './network-medium.js';
import { createPowerAc } from './power-ac.js';
import { createRestart } from './restart.js';
import type { RouteReader } from './route.js';
import { openSoundEvents } from './sound-events.js';
import { createUpdates } from './updates.js';
import { createUps } from './ups.js';
import { createUsbReadings } from './usb-readings.js';

/** What the Linux collectors need to know. */
export interface LinuxOptions {
  /** Folder that stands for `/` (tests). */
  readonly root: string;
  readonly home: string;
  readonly run: RunCommand;
  readonly routeAt: RouteReader;
}

/**
 * The direct readers of Linux: /proc and /sys wherever they tell; programs only for what nothing else tells, none of them
 * on the fast tick, six starts a minute at most. Why not the library: docs/collectors.md.
 */
export function linuxCollectors({ root, home, run, routeAt }: LinuxOptions): Collector[] {
  const findDevice = createDeviceFinder(root, routeAt);
  const ask = createBus(root, run);
  // The sound server belongs to the session of this user: a tree that stands for another machine has none.
  const runtimeDir = root === '/' ? process.env.XDG_RUNTIME_DIR : undefined;
  return [
    createCpuTemperature(root),
    createCpuLoad(root),
    createMemory(root),
    createDisks(root),
    createNetwork(root, findDevice),
    createPowerAc(root),
    createCameras(root),
    createMicrophones(root),
    createFans(root),
    createNetworkMedium(root, findDevice),
    createBattery(root),
    createCameraUse(root),
    createMicrophoneUse(root),
    createMuted({ run, open: openSoundEvents, runtimeDir }),
    createDiskFree(root, home),
    createEcc(root),
    createUsbReadings(root),
    createUps(root, ask),
    createDiskSmart({ root, run, ask, isRoot: process.getuid?.() === 0 }),
    createHistory(root, createJournal(root, run)),
    createUpdates(root, run),
    createRestart(root),
    createAntivirus(root, home),
  ];
}
