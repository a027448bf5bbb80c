import type { ProbeTarget } from '../../../shared/sampler/protocol.js';
import { type Clock, systemClock } from '../clock.js';
import type { Collector } from '../collector.js';
import { createNetworkQuality } from '../prober/collector.js';
import { linuxGateway } from './linux/gateway.js';
import { linuxCollectors } from './linux/index.js';
import { createSelfCollector } from './self.js';
import { createUnsupportedCollector } from './unsupported.js';

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
  /** Folder that stands for `/` in every Linux path; tests put a fixture tree here. */
  readonly root?: string;
  readonly clock?: Clock;
}

/** All collectors of this operating system. Together they own every metric of the dictionary exactly once. */
export function createCollectors(options: CollectorOptions): Collector[] {
  const root = options.root ?? '/';
  const collectors = [
    ...platformCollectors(options),
    createNetworkQuality({
      platform: options.platform,
      probing: options.probing ?? 'background',
      probeTarget: options.probeTarget,
      findGateway: () => linuxGateway(root),
    }),
    createSelfCollector(options.clock ?? systemClock),
  ];
  return [...collectors, createUnsupportedCollector(collectors.flatMap(({ metrics }) => metrics))];
}

function platformCollectors(options: CollectorOptions): Collector[] {
  const root = options.root ?? '/';
  switch (options.platform) {
    case 'linux':
      return linuxCollectors({ root, home: options.home });
    default:
      return [];
  }
}
