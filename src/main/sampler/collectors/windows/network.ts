import type { Collector, ReadContext, Sample } from '../../collector.js';
import type { Gateway } from '../../prober/collector.js';
import { CounterBook } from '../counters.js';
import { type Adapter, type NetworkAnswer, parseNetwork } from './network-answer.js';
import { partOf } from './part.js';
import type { HostAnswer, PowerShellHost } from './powershell/host.js';
import { createReader, faulty, unreadable } from './reader.js';

const METRICS = ['network.link', 'network.rx.rate', 'network.tx.rate', 'network.linkSpeed'] as const;
const RATES = ['network.rx.rate', 'network.tx.rate'] as const;
const source = 'GetAdaptersAddresses';

/** What the other collectors of the network need of the last answer. */
export interface NetworkView {
  readonly collector: Collector;
  /** The adapter that is looked at; null: there is none; undefined: nothing is known yet. */
  adapter(): Adapter | null | undefined;
  /** The default gateway of the last answer; asks for one where there is none yet. */
  findGateway(now: number): Gateway | null | Promise<Gateway | null>;
}

/**
 * `network.link`, `network.linkSpeed`, `network.rx.rate` and `network.tx.rate` of the interface of the default route.
 * A cable that is pulled takes the route with it: then the adapter that had it last is looked at.
 */
export function createNetwork(host: PowerShellHost): NetworkView {
  const counters = new CounterBook();
  let lastId: string | null = null;
  let adapter: Adapter | null = null;
  let gateway: Gateway | null = null;
  let seen = false;

  function look(network: NetworkAnswer): void {
    const routed = network.adapters.find(({ index }) => index !== null && index === network.route?.index);
    if (routed !== undefined) lastId = routed.id;
    const known = lastId === null ? undefined : network.adapters.find(({ id }) => id === lastId);
    adapter =
      routed ?? known ?? (lastId === null ? (network.adapters.find(({ link }) => link) ?? null) : null);
    const address = network.route?.gateway ?? null;
    gateway = address === null ? null : { address, key: `${address} ${network.route?.index}` };
    seen = true;
  }

  function samples(answer: HostAnswer): Sample[] {
    const part = partOf(answer, 'network');
    if (part.kind === 'fault') return faulty(METRICS, source, part);
    const network = parseNetwork(part.value);
    if (network === null) return unreadable(METRICS, source);
    look(network);
    if (adapter === null) {
      // The adapter of a working connection that was pulled out is a lost link, not an unknown one.
      return lastId === null ? [] : [{ metric: 'network.link', source, value: 0, note: 'adapter removed' }];
    }
    counters.keepOnly([adapter.id]);
    return [link(adapter), linkSpeed(adapter), ...rates(adapter, counters, network.clock)];
  }

  async function ask(): Promise<Gateway | null> {
    const context: Pick<ReadContext, 'signal' | 'raw'> = {
      signal: new AbortController().signal,
      raw: () => undefined,
    };
    const answer = await host.ask('fast', context);
    const part = typeof answer === 'object' ? partOf(answer, 'network') : null;
    const network = part?.kind === 'value' ? parseNetwork(part.value) : null;
    if (network !== null) look(network);
    return gateway;
  }

  const head = {
    id: 'windows.network',
    metrics: METRICS,
    tier: 'fast',
    timeoutMs: 6_000,
    request: 'fast',
  } as const;
  return {
    collector: { ...createReader(host, head, samples), reset: () => counters.reset() },
    adapter: () => (seen ? adapter : undefined),
    findGateway: () => (seen ? gateway : ask()),
  };
}

const noteOf = ({ name, description }: Adapter): string => description || name;

function link(adapter: Adapter): Sample {
  const head = { metric: 'network.link', source, note: noteOf(adapter) } as const;
  return adapter.link === null
    ? { ...head, missing: 'unsupported' }
    : { ...head, value: adapter.link ? 1 : 0 };
}

function linkSpeed(adapter: Adapter): Sample {
  const head = { metric: 'network.linkSpeed', source } as const;
  if (adapter.link === false) return { ...head, missing: 'not-present' };
  return adapter.speed === null ? { ...head, missing: 'unsupported' } : { ...head, value: adapter.speed };
}

function rates(adapter: Adapter, counters: CounterBook, clock: number): Sample[] {
  if (adapter.counters === null) return RATES.map((metric) => ({ metric, source, missing: 'unsupported' }));
  const gain = counters.gain(adapter.id, clock, adapter.counters);
  return RATES.map((metric, index) =>
    gain === null
      ? { metric, source, missing: 'warming-up' }
      : { metric, source, value: ((gain.gains[index] ?? 0) * 1_000) / gain.elapsedMs },
  );
}
