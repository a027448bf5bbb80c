import type { Collector } from '../../collector.js';
import type { NetworkQualityOptions } from '../../prober/collector.js';
import { createSiCpuLoad } from '../common/cpu.js';
import { createOsMemory } from '../common/memory.js';
import type { LoadSi } from '../common/si.js';
import { createAntivirus } from './antivirus.js';
import { createDevices } from './devices.js';
import { createDiskFree } from './disk-free.js';
import { createDisks } from './disks.js';
import { createHistory } from './history.js';
import { createCpuTemperature, createFans } from './lhm/collectors.js';
import { createLhmReader } from './lhm/reader.js';
import { createMemoryErrors } from './memory-errors.js';
import { createNetwork } from './network.js';
import { createPageFile } from './page-file.js';
import { createBattery, createPowerAc } from './power.js';
import { PowerShellHost } from './powershell/host.js';
import { createRestart } from './restart.js';
import { createSmart } from './smart.js';
import { createUpdates } from './updates.js';
import { createWifi } from './wifi.js';

/** The collectors of Windows, and how the prober finds the gateway there. */
export interface WindowsPart {
  readonly own: readonly Collector[];
  readonly findGateway: NetworkQualityOptions['findGateway'];
}

/**
 * The collectors of Windows. All but load, memory, free space and LibreHardwareMonitor ask the one PowerShell, which is
 * started at the first question and ended with the collectors. Why not the library: docs/collectors.md.
 */
export function windowsPart(load: LoadSi, home: string, host = new PowerShellHost()): WindowsPart {
  const lhm = createLhmReader();
  const network = createNetwork(host);
  const disks = createDisks(host);
  return {
    own: [
      createCpuTemperature(host, lhm),
      createSiCpuLoad(load),
      createOsMemory(),
      { ...disks, dispose: () => host.dispose() },
      createDiskFree([process.env.SystemDrive ?? 'C:', home]),
      network.collector,
      createPowerAc(host),
      createWifi(host, network.adapter),
      createBattery(host, lhm),
      createFans(lhm),
      createDevices(host),
      createPageFile(host),
      createMemoryErrors(host),
      createSmart(host),
      createHistory(host),
      createRestart(host),
      createAntivirus(host),
      createUpdates(host),
    ],
    findGateway: network.findGateway,
  };
}
