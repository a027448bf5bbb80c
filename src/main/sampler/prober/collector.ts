import type { ProbeTarget } from '../../../shared/sampler/protocol.js';
import type { Collector, Sample } from '../collector.js';
import { sleep } from './method.js';
import { findMethods, type ProbedHost } from './methods.js';
import { DEFAULT_PACE, type ProbePace, Prober } from './prober.js';
import { MIN_PROBES, type ProbeSummary } from './window.js';

/** The default gateway; `key` also changes when the way to it does. */
export interface Gateway {
  readonly address: string;
  readonly key: string;
}

/** What the network quality collector needs to know. */
export interface NetworkQualityOptions {
  readonly platform: NodeJS.Platform;
  readonly probing: 'background' | 'burst';
  /** Target that IT named; null: the default gateway. */
  readonly probeTarget: () => ProbeTarget | null;
  /** null: this machine has no gateway at present. Given the monotonic clock, ms. */
  readonly findGateway: (monotonic: number) => Gateway | null | Promise<Gateway | null>;
  readonly pace?: ProbePace;
}

/** Longest look-up of the gateway that is waited for, ms. */
const LOOK_UP_MS = 4_000;

const METRICS = ['network.loss', 'network.latency', 'network.jitter'] as const;

/** `network.loss`, `network.latency` and `network.jitter` towards the gateway or the named target. */
export function createNetworkQuality(options: NetworkQualityOptions): Collector {
  const burst = options.probing === 'burst';
  const pace = options.pace ?? DEFAULT_PACE;
  const answered = new Set<string>();
  let current: { readonly key: string; readonly prober: Prober } | null = null;

  function point(key: string, host: ProbedHost): Prober {
    if (current?.key === key) return current.prober;
    current?.prober.stop();
    const prober = new Prober({
      findMethods: () => findMethods(host, options.platform, burst ? pace.burstIntervalMs : pace.intervalMs),
      answeredBefore: answered.has(key),
      pace,
      ...(burst ? { windowMs: Number.POSITIVE_INFINITY } : {}),
    });
    current = { key, prober };
    if (!burst) void prober.watch();
    return prober;
  }

  function probe(key: string, host: ProbedHost): Sample[] | Promise<Sample[]> {
    const prober = point(key, host);
    const conclude = (): Sample[] => {
      if (prober.answered) answered.add(key);
      return report(host, prober);
    };
    return burst ? prober.burst().then(conclude) : conclude();
  }

  function probeGateway(gateway: Gateway | null): Sample[] | Promise<Sample[]> {
    if (gateway !== null)
      return probe(`gateway ${gateway.key}`, { instance: 'gateway', host: gateway.address });
    current?.prober.stop();
    current = null;
    return missing('gateway', 'default route', 'not-present', 'no default gateway');
  }

  /** A look-up that fails or hangs is said of the series itself, which the runner could not name. */
  async function waitFor(gateway: Promise<Gateway | null>, signal: AbortSignal): Promise<Sample[]> {
    try {
      const found = await Promise.race([gateway, sleep(LOOK_UP_MS, signal).then(() => 'late' as const)]);
      return found === 'late' ? missing('gateway', 'default route', 'timed-out') : probeGateway(found);
    } catch {
      return missing('gateway', 'default route', 'failed');
    }
  }

  return {
    id: 'network-quality',
    metrics: METRICS,
    tier: 'fast',
    timeoutMs: burst ? 20_000 : 5_000,
    read({ monotonic, signal }) {
      const target = options.probeTarget();
      if (target !== null)
        return probe(`ingest ${target.host} ${target.port ?? ''}`, { instance: 'ingest', ...target });
      const gateway = options.findGateway(monotonic);
      return gateway instanceof Promise ? waitFor(gateway, signal) : probeGateway(gateway);
    },
    reset: () => current?.prober.reset(),
    dispose: () => current?.prober.stop(),
  };
}

function report(host: ProbedHost, prober: Prober): Sample[] {
  const source = prober.methodName ?? `probe ${host.host}`;
  if (!prober.answered) {
    // Never heard of: this says nothing about the network, only that the target is not one.
    return prober.triedAll
      ? missing(host.instance, source, 'failed', `${host.host} has never answered: name another target`)
      : missing(host.instance, source, 'warming-up');
  }
  const summary = prober.summary();
  if (summary.sent < MIN_PROBES) return missing(host.instance, source, 'warming-up');
  return values(host.instance, source, summary);
}

function values(instance: string, source: string, { loss, lost, latency, jitter }: ProbeSummary): Sample[] {
  const head = { instance, source };
  return [
    { ...head, metric: 'network.loss', value: loss, evidence: lost },
    latency === null
      ? { ...head, metric: 'network.latency', missing: 'timed-out' }
      : { ...head, metric: 'network.latency', value: latency },
    jitter === null
      ? { ...head, metric: 'network.jitter', missing: 'timed-out' }
      : { ...head, metric: 'network.jitter', value: jitter },
  ];
}

function missing(
  instance: ProbedHost['instance'],
  source: string,
  reason: 'not-present' | 'failed' | 'timed-out' | 'warming-up',
  note?: string,
): Sample[] {
  const tail = { instance, source, missing: reason, ...(note === undefined ? {} : { note }) };
  return METRICS.map((metric) => ({ metric, ...tail }));
}
