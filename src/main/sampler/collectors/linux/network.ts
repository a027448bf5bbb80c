import type { Collector, ReadContext, Sample } from '../../collector.js';
import { CounterBook } from '../counters.js';
import { onlyWhenChanged, parseInteger } from './files.js';
import { KernelFiles } from './kernel-files.js';
import type { DeviceFinder } from './network-device.js';

/**
 * `network.link`, `network.rx.rate` and `network.tx.rate` of the interface of the default route. A cable that
 * is pulled takes the route with it: then the interface that had it last is looked at.
 */
export function createNetwork(root: string, findDevice: DeviceFinder): Collector {
  const counters = new CounterBook();
  const files = new KernelFiles();

  const pathsOf = onlyWhenChanged((device) => {
    files.close();
    const folder = `${root}/sys/class/net/${device}`;
    return {
      state: `${folder}/operstate`,
      carrier: `${folder}/carrier`,
      received: `${folder}/statistics/rx_bytes`,
      sent: `${folder}/statistics/tx_bytes`,
    };
  });

  /** Whether an interface has its link; null: there is no such interface. */
  function hasLink(device: string): boolean | null {
    const { state, carrier } = pathsOf(device);
    const said = files.readHead(state);
    if (said === null) return null;
    // Drivers that do not keep the state (virtual and some USB ones) still know the carrier.
    return said === 'up' || (said === 'unknown' && files.readHead(carrier) === '1');
  }

  /** Bytes received and sent so far; null: there is no such interface. */
  function readCounters(device: string): [number, number] | null {
    const paths = pathsOf(device);
    const received = parseInteger(files.readHead(paths.received));
    const sent = parseInteger(files.readHead(paths.sent));
    return received === null || sent === null ? null : [received, sent];
  }

  return {
    id: 'linux.network',
    metrics: ['network.link', 'network.rx.rate', 'network.tx.rate'],
    tier: 'fast',
    timeoutMs: 1_000,
    read(context) {
      const device = findDevice(context.monotonic);
      if (device === null) return [];
      counters.keepOnly([device]);
      return [link(device, hasLink(device)), ...rates(device, readCounters(device), counters, context)];
    },
    reset: () => counters.reset(),
    dispose: () => files.close(),
  };
}

function link(device: string, up: boolean | null): Sample {
  const head = { metric: 'network.link', source: `net:${device}` } as const;
  // The adapter of a working connection that was pulled out is a lost link, not an unknown one.
  return up === null ? { ...head, value: 0, note: 'adapter removed' } : { ...head, value: up ? 1 : 0 };
}

function rates(
  device: string,
  now: [number, number] | null,
  counters: CounterBook,
  { monotonic }: ReadContext,
): Sample[] {
  if (now === null) return [];
  const source = `net:${device}`;
  const gain = counters.gain(device, monotonic, now);
  const metrics = ['network.rx.rate', 'network.tx.rate'] as const;
  return metrics.map((metric, index) =>
    gain === null
      ? { metric, source, missing: 'warming-up' }
      : { metric, source, value: ((gain.gains[index] ?? 0) * 1_000) / gain.elapsedMs },
  );
}
