import type { ProbeTarget } from '../../../shared/sampler/protocol.js';
import type { Collector, Sample } from '../collector.js';
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

const METRICS = ['network.loss', 'network.latency', 'network.jitter'] as const;

/** `network.loss`, `network.latency` and `network.jitter` towards the gateway or the named target. */
export function createNetworkQuality(options: NetworkQualityOptions): Collector {
  const burst = options.probing === 'burst';
  const pace = options.pace ?? DEFAULT_PACE;
  const answered = new Set<string>();
  let current: { readonly key: string; readonly host: ProbedHost; readonly prober: Prober } | null = null;

  function point(key: string, host: ProbedHost): Prober {
    if (current?.key === key) return current.prober;
    current?.prober.stop();
    const prober = new Prober({
      findMethods: () => findMethods(host, options.platform, burst ? pace.burstIntervalMs : pace.intervalMs),
      answeredBefore: answered.has(key),
      pace,
      ...(burst ? { windowMs: Number.POSITIVE_INFINITY } : {}),
    });
    current = { key, host, prober };
    if (!burst) void prober.watch();
    return prober;
  }

  return {
    id: 'network-quality',
    metrics: METRICS,
    tier: 'fast',
    timeoutMs: burst ? 20_000 : 5_000,
    async read({ monotonic }) {
      const found = await locate(options, monotonic);
      if (found === null) {
        current?.prober.stop();
        current = null;
        return missing('gateway', 'default route', 'not-present', 'no default gateway');
      }
      const prober = point(found.key, found.host);
      if (burst) await prober.burst();
      if (prober.answered) answered.add(found.key);
      return report(found.host, prober);
    },
    reset: () => current?.prober.reset(),
    dispose: () => current?.prober.stop(),
  };
}

async function locate(
  options: NetworkQualityOptions,
  monotonic: number,
): Promise<{ readonly key: string; readonly host: ProbedHost } | null> {
  const target = options.probeTarget();
  if (target !== null)
    return { key: `ingest ${target.host} ${target.port ?? ''}`, host: { instance: 'ingest', ...target } };
  const gateway = await options.findGateway(monotonic);
  return gateway && { key: `gateway ${gateway.key}`, host: { instance: 'gateway', host: gateway.address } };
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
  reason: 'not-present' | 'failed' | 'warming-up',
  note?: string,
): Sample[] {
  const tail = { instance, source, missing: reason, ...(note === undefined ? {} : { note }) };
  return METRICS.map((metric) => ({ metric, ...tail }));
}
