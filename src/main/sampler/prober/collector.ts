import type { ProbeTarget } from '../../../shared/sampler/protocol.js';
import type { Collector, Sample } from '../collector.js';
import { sleep } from './method.js';
import type { ProbedHost } from './methods.js';
import { DEFAULT_PACE, type ProbePace } from './prober.js';
import { METRICS, missing, TargetWatch } from './watch.js';

/** The default gateway; `key` also changes when the way to it does. */
export interface Gateway {
  readonly address: string;
  readonly key: string;
}

/** What the network quality collector needs to know. */
export interface NetworkQualityOptions {
  readonly platform: NodeJS.Platform;
  readonly probing: 'background' | 'burst';
  /** Target that IT named; null: the default gateway alone. */
  readonly probeTarget: () => ProbeTarget | null;
  /** null: this machine has no gateway at present. Given the monotonic clock, ms. */
  readonly findGateway: (monotonic: number) => Gateway | null | Promise<Gateway | null>;
  readonly pace?: ProbePace;
}

/** Longest look-up of the gateway that is waited for, ms. */
const LOOK_UP_MS = 4_000;

type Samples = Sample[] | Promise<Sample[]>;

/** A host that is named without a port for UDP echo is asked by `ping` first. */
const mayBePinged = (target: ProbeTarget | null): boolean => target !== null && target.port === undefined;

/**
 * `network.loss`, `network.latency` and `network.jitter` towards the named target and the gateway, each with a prober of
 * its own. Beside a named target the gateway only counts once it has answered well: many never answer, and some only
 * now and then, which is no loss of the network.
 */
export function createNetworkQuality(options: NetworkQualityOptions): Collector {
  const { platform, probing } = options;
  const watching = { platform, probing, pace: options.pace ?? DEFAULT_PACE };
  const ingest = new TargetWatch(watching);
  const gateway = new TargetWatch(watching);

  function probeIngest(target: ProbeTarget, now: number): Samples {
    const key = `${target.host} ${target.port ?? ''}`;
    return ingest.look(key, { instance: 'ingest', ...target }, now);
  }

  function probeGateway(found: Gateway | null, now: number, target: ProbeTarget | null): Samples {
    const isAlone = target === null;
    if (found === null) {
      gateway.stop();
      return isAlone ? missing('gateway', 'default route', 'not-present', 'no-gateway') : [];
    }
    const host: ProbedHost = {
      instance: 'gateway',
      host: found.address,
      isOptional: !isAlone,
      withoutPing: mayBePinged(target),
    };
    const samples = gateway.look(found.key, host, now);
    const counts = (all: Sample[]): Sample[] => (isAlone || gateway.hasProven(found.key) ? all : []);
    return samples instanceof Promise ? samples.then(counts) : counts(samples);
  }

  /** A look-up that fails or hangs is said of the series itself, which the runner could not name. */
  async function waitFor(
    look: Promise<Gateway | null>,
    signal: AbortSignal,
    now: number,
    target: ProbeTarget | null,
  ): Promise<Sample[]> {
    const lacking = (reason: 'timed-out' | 'failed'): Sample[] =>
      target === null ? missing('gateway', 'default route', reason) : [];
    try {
      const found = await Promise.race([look, sleep(LOOK_UP_MS, signal).then(() => 'late' as const)]);
      return found === 'late' ? lacking('timed-out') : await probeGateway(found, now, target);
    } catch {
      return lacking('failed');
    }
  }

  return {
    id: 'network-quality',
    metrics: METRICS,
    tier: 'fast',
    timeoutMs: probing === 'burst' ? 20_000 : 5_000,
    read(context) {
      const { monotonic } = context;
      const target = options.probeTarget();
      if (target === null) ingest.stop();
      const found = options.findGateway(monotonic);
      const parts: Samples[] = [
        target === null ? [] : probeIngest(target, monotonic),
        found instanceof Promise
          ? waitFor(found, context.signal, monotonic, target)
          : probeGateway(found, monotonic, target),
      ];
      return parts.some((part) => part instanceof Promise)
        ? Promise.all(parts).then((all) => all.flat())
        : (parts as Sample[][]).flat();
    },
    reset: () => {
      ingest.reset();
      gateway.reset();
    },
    dispose: () => {
      ingest.stop();
      gateway.stop();
    },
  };
}
