import type { AdviceCode } from '../../../../shared/metrics/advice.js';
import type { MetricId, Tier } from '../../../../shared/metrics/dictionary.js';
import type { Collector, ReadContext, Sample } from '../../collector.js';
import type { Part } from './part.js';
import type { HostAnswer, PowerShellHost } from './powershell/host.js';
import type { RequestName } from './powershell/requests.js';

/** What a collector that asks PowerShell is, apart from what it makes of the answer. */
export interface ReaderHead {
  readonly id: string;
  readonly metrics: readonly MetricId[];
  readonly tier: Tier;
  readonly timeoutMs: number;
  readonly request: RequestName;
  readonly heavy?: boolean;
}

/**
 * A collector that asks the host. A host that fails makes the run fail, so that the runner says it of every series;
 * where PowerShell is forbidden or missing, every metric says so, with what to do.
 */
export function createReader(
  host: PowerShellHost,
  { request, ...head }: ReaderHead,
  read: (answer: HostAnswer, context: ReadContext) => readonly Sample[],
): Collector {
  return {
    ...head,
    async read(context) {
      const answer = await host.ask(request, context);
      if (typeof answer === 'object') return read(answer, context);
      return head.metrics.map((metric) => noHost(metric, answer));
    },
  };
}

/** A metric that can't be asked for, because there is no PowerShell to ask. */
export const noHost = (metric: MetricId, why: 'blocked' | 'absent'): Sample => ({
  metric,
  source: 'powershell',
  missing: why === 'blocked' ? 'needs-rights' : 'unsupported',
  advice: 'allow-powershell',
});

/** Metrics whose part of an answer failed. */
export function faulty(
  metrics: readonly MetricId[],
  source: string,
  fault: Extract<Part, { kind: 'fault' }>,
  advice?: AdviceCode,
): Sample[] {
  const tail = {
    source,
    missing: fault.missing,
    note: fault.name,
    ...(advice === undefined ? {} : { advice }),
  };
  return metrics.map((metric) => ({ metric, ...tail }));
}

/** Metrics whose answer came but can't be read. */
export const unreadable = (metrics: readonly MetricId[], source: string): Sample[] =>
  metrics.map((metric) => ({ metric, source, missing: 'failed' }));
