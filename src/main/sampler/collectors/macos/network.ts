import type { Collector, ReadContext, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { type Answer, answerOf, lacking } from '../answers.js';
import { CounterBook } from '../counters.js';
import { type NetworkInterface, parseInterfaces, parseTraffic } from './interfaces.js';
import type { RouteAnswer, RouteReader } from './route.js';
import { TOOLS } from './tools.js';

/** Route of the same tick, ms: older ones are asked for anew. */
const SAME_TICK_MS = 5_000;

const FROM_IFCONFIG = ['network.link', 'network.linkSpeed'] as const;
const FROM_NETSTAT = ['network.rx.rate', 'network.tx.rate'] as const;
const METRICS = [...FROM_IFCONFIG, ...FROM_NETSTAT] as const;

/**
 * Link, link speed and rates of the interface of the default route. A cable that is pulled takes the route with it:
 * then the interface that had it last is looked at, and before there was one, an adapter with a link.
 */
export function createNetwork(run: RunCommand, routeAt: RouteReader): Collector {
  const counters = new CounterBook();
  let last: string | null = null;
  return {
    id: 'macos.network',
    metrics: METRICS,
    tier: 'medium',
    timeoutMs: 8_000,
    async read(context) {
      const limit = { timeoutMs: 3_000 };
      const [route, interfaces, traffic] = await Promise.all([
        routeAt(context.monotonic, SAME_TICK_MS, context),
        run(TOOLS.ifconfig, ['-a'], context, limit),
        run(TOOLS.netstat, ['-bni'], context, limit),
      ]);
      if (route.kind === 'unknown') return lacking(METRICS, 'route get default', route.missing);
      const known = answerOf(interfaces);
      if (known.missing !== undefined) return lacking(METRICS, 'ifconfig', known.missing);
      const all = parseInterfaces(known.text);
      if (all.length === 0) return lacking(METRICS, 'ifconfig', 'failed');
      if (route.kind === 'route') last = route.route.device;
      const device = deviceOf(route, last, all);
      if (device === null) return [];
      const found = all.find(({ name }) => name === device);
      return [...linkSamples(device, found), ...rates(device, answerOf(traffic), counters, context)];
    },
    reset: () => counters.reset(),
  };
}

function deviceOf(route: RouteAnswer, last: string | null, all: readonly NetworkInterface[]): string | null {
  if (route.kind === 'route') return route.route.device;
  const adapters = all.filter(({ name, hasMedium }) => hasMedium && /^en\d/.test(name));
  return last ?? (adapters.find(({ linked }) => linked) ?? adapters[0])?.name ?? null;
}

function linkSamples(device: string, found: NetworkInterface | undefined): Sample[] {
  const source = `ifconfig ${device}`;
  const link = { metric: 'network.link', source } as const;
  const speed = { metric: 'network.linkSpeed', source } as const;
  // The adapter of a working connection that was pulled out is a lost link, not an unknown one.
  if (found === undefined)
    return [
      { ...link, value: 0, note: 'adapter removed' },
      { ...speed, missing: 'not-present' },
    ];
  const { linked, hasMedium } = found;
  return [
    { ...link, value: linked ? 1 : 0, ...(hasMedium ? {} : { note: 'tunnel' }) },
    linked && found.speed !== null
      ? { ...speed, value: found.speed }
      : // Radios negotiate a rate per packet; what has no link or no medium has no speed.
        { ...speed, missing: linked && hasMedium ? 'unsupported' : 'not-present' },
  ];
}

function rates(
  device: string,
  { text, missing }: Answer,
  book: CounterBook,
  { monotonic }: ReadContext,
): Sample[] {
  const source = `netstat ${device}`;
  if (missing !== undefined) return lacking(FROM_NETSTAT, source, missing);
  const counters = parseTraffic(text, device);
  if (counters === null) return lacking(FROM_NETSTAT, source, 'failed');
  book.keepOnly([device]);
  const gain = book.gain(device, monotonic, [counters.received, counters.sent]);
  return FROM_NETSTAT.map((metric, index) =>
    gain === null
      ? { metric, source, missing: 'warming-up' }
      : { metric, source, value: ((gain.gains[index] ?? 0) * 1_000) / gain.elapsedMs },
  );
}
