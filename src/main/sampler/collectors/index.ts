import type { ProbeTarget } from '../../../shared/sampler/protocol.js';
import { type Clock, systemClock } from '../clock.js';
import type { Collector } from '../collector.js';
import { type RunCommand, runCommand } from '../command.js';
import { createNetworkQuality, type NetworkQualityOptions } from '../prober/collector.js';
import { type LoadSi, loadSi } from './common/si.js';
import { gatewayOf } from './linux/gateway.js';
import { linuxCollectors } from './linux/index.js';
import { createRouteReader } from './linux/route.js';
import { macosPart } from './macos/index.js';
import { createSelfCollector } from './self.js';
import { createUnsupportedCollector } from './unsupported.js';
import { windowsPart } from './windows/index.js';

/** What the collectors of a station need to know. */
export interface CollectorOptions {
  readonly platform: NodeJS.Platform;
  /** Home folder of the user: the volume it is on is watched besides the system's. */
  readonly home: string;
  /** Host that IT named for loss and latency; null: the default gateway. Asked again at every run. */
  readonly probeTarget: () => ProbeTarget | null;
  /**
   * `background`: one probe a second, judged over 60 s. `burst`: every run sends 100 probes 20 ms apart and
   * judges all so far (the one-shot check). Default `background`.
   */
  readonly probing?: 'background' | 'burst';
  /** Folder that stands for `/`; tests put a fixture tree here. */
  readonly root?: string;
  /** Stand-in for the `systeminformation` library; tests. */
  readonly loadSi?: LoadSi;
  /** Stand-in for the programs of the system; tests. */
  readonly run?: RunCommand;
  readonly clock?: Clock;
}

/** All collectors of this operating system. Together they own every metric of the dictionary exactly once. */
export function createCollectors(options: CollectorOptions): Collector[] {
  const clock = options.clock ?? systemClock;
  const { own, findGateway } = platformPart(options);
  const collectors = [
    // First, so that its delay covers the whole tick.
    createSelfCollector(clock),
    ...own,
    createNetworkQuality({
      platform: options.platform,
      probing: options.probing ?? 'background',
      probeTarget: options.probeTarget,
      findGateway,
    }),
  ];
  return [
    ...collectors,
    createUnsupportedCollector(
      collectors.flatMap(({ metrics }) => metrics),
      options.platform,
    ),
  ];
}

interface PlatformPart {
  readonly own: readonly Collector[];
  readonly findGateway: NetworkQualityOptions['findGateway'];
}

function platformPart(options: CollectorOptions): PlatformPart {
  const { platform, home, root = '/', loadSi: load = loadSi, run = runCommand } = options;
  switch (platform) {
    case 'linux': {
      const routeAt = createRouteReader(root);
      return {
        own: linuxCollectors({ root, home, run, routeAt }),
        findGateway: (now) => gatewayOf(routeAt(now)),
      };
    }
    case 'win32':
      return windowsPart(load, home);
    case 'darwin':
      return macosPart({ load, run, root, home });
    default:
      return { own: [], findGateway: () => null };
  }
}
