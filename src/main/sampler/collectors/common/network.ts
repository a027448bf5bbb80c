import type { Collector, ReadContext, Sample } from '../../collector.js';
import { CounterBook } from '../counters.js';
import { type LoadSi, positive, type Si, siCollector } from './si.js';

type Stats = Awaited<ReturnType<Si['networkStats']>>[number];

/** `network.link`, `network.rx.rate`, `network.tx.rate` of the default interface from `networkStats`. */
export function createSiNetwork(load: LoadSi): Collector {
  const counters = new CounterBook();
  let last = '';
  const metrics = ['network.link', 'network.rx.rate', 'network.tx.rate'] as const;
  const collector = siCollector(load, { id: 'si.network', metrics, tier: 'medium' }, async (si, context) => {
    const [routed] = await si.networkStats();
    if (routed?.iface) last = routed.iface;
    // Without a default route: the interface that had it last tells whether its link is lost.
    const [stats] = routed?.iface || !last ? [routed] : await si.networkStats(last);
    if (!stats?.iface) return [];
    const source = `systeminformation.networkStats:${stats.iface}`;
    return [link(stats, source), ...rates(stats, source, counters, context)];
  });
  return { ...collector, reset: () => counters.reset() };
}

function link({ operstate }: Stats, source: string): Sample {
  if (operstate === 'up') return { metric: 'network.link', source, value: 1 };
  if (operstate === 'down') return { metric: 'network.link', source, value: 0 };
  return { metric: 'network.link', source, missing: 'unsupported' };
}

function rates(stats: Stats, source: string, counters: CounterBook, { monotonic }: ReadContext): Sample[] {
  const metrics = ['network.rx.rate', 'network.tx.rate'] as const;
  const received = positive(stats.rx_bytes);
  const sent = positive(stats.tx_bytes);
  // The library leaves the whole record at zeros when one counter is zero or the adapter was not found.
  if (received === null || sent === null)
    return metrics.map((metric) => ({ metric, source, missing: 'unsupported' }));
  counters.keepOnly([stats.iface]);
  const gain = counters.gain(stats.iface, monotonic, [received, sent]);
  return metrics.map((metric, index) =>
    gain === null
      ? { metric, source, missing: 'warming-up' }
      : { metric, source, value: ((gain.gains[index] ?? 0) * 1_000) / gain.elapsedMs },
  );
}

/** `network.linkSpeed` from `networkInterfaces` and `network.signal` from `wifiConnections`. */
export function createSiNetworkMedium(load: LoadSi): Collector {
  const head = {
    id: 'si.network-medium',
    metrics: ['network.linkSpeed', 'network.signal'],
    tier: 'slow',
  } as const;
  return siCollector(load, head, async (si) => {
    const all = [await si.networkInterfaces()].flat();
    const device = all.find((each) => each.default);
    if (device === undefined) return [];
    const source = `systeminformation.networkInterfaces:${device.iface}`;
    const speed = positive(device.speed);
    const linkSpeed: Sample =
      speed === null
        ? { metric: 'network.linkSpeed', source, missing: 'not-present' }
        : { metric: 'network.linkSpeed', source, value: speed };
    return [linkSpeed, await signal(si, device)];
  });
}

async function signal(si: Si, device: { readonly iface: string; readonly type: string }): Promise<Sample> {
  const source = 'systeminformation.wifiConnections';
  if (device.type === 'wired')
    return { metric: 'network.signal', source, missing: 'not-present', note: 'wired' };
  const connections = await si.wifiConnections();
  const own = connections.find(({ iface }) => iface === device.iface) ?? connections[0];
  const level = own?.signalLevel;
  // Null where the system's language is not one of the three that the library reads.
  return typeof level === 'number' && level < 0 && level >= -130
    ? { metric: 'network.signal', source, value: level }
    : { metric: 'network.signal', source, missing: 'unsupported' };
}
