import type { Collector } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import type { Gateway } from '../../prober/collector.js';
import { createSiCpuLoad } from '../common/cpu.js';
import type { LoadSi } from '../common/si.js';
import { createAntivirus } from './antivirus.js';
import { createCapture } from './capture.js';
import { type CameraList, createDevices } from './devices.js';
import { createDiskFree } from './disk-free.js';
import { createDiskSmart } from './disk-smart.js';
import { createDisks } from './disks.js';
import { createGatewayFinder } from './gateway.js';
import { createMemory } from './memory.js';
import { createMuted } from './muted.js';
import { createNetwork } from './network.js';
import { createPower } from './power.js';
import { createReports } from './reports.js';
import { createRouteReader } from './route.js';
import { createShutdown } from './shutdown.js';
import { createUpdates } from './updates.js';
import { createWifi } from './wifi.js';

/** What the collectors of macOS are made of. */
export interface MacosOptions {
  readonly load: LoadSi;
  readonly run: RunCommand;
  /** Folder that stands for `/`. */
  readonly root: string;
  readonly home: string;
}

/** The collectors of macOS, and its default gateway for the prober: they share what they ask. */
export function macosPart({ load, run, root, home }: MacosOptions): {
  readonly own: readonly Collector[];
  readonly findGateway: (now: number) => Promise<Gateway | null>;
} {
  const routeAt = createRouteReader(run);
  const cameras: CameraList = { cameras: null };
  return {
    own: [
      createSiCpuLoad(load),
      createMemory(run),
      createDisks(run),
      createDiskFree(home),
      createDiskSmart(run),
      createNetwork(run, routeAt),
      createWifi(run, routeAt),
      createPower(run),
      createDevices(run, cameras),
      createCapture(run, cameras),
      createMuted(run),
      createReports(root, home),
      createShutdown(run),
      createUpdates(run),
      createAntivirus(run, root),
    ],
    findGateway: createGatewayFinder(routeAt),
  };
}
