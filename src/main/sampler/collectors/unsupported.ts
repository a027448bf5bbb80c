import { COVERAGE, isSystem } from '../../../shared/metrics/coverage.js';
import { METRIC_IDS, type MetricId } from '../../../shared/metrics/dictionary.js';
import type { Collector, Sample } from '../collector.js';

/** Speaks for the metrics that nothing here can measure: every metric appears, if only with its reason. */
export function createUnsupportedCollector(
  measured: readonly MetricId[],
  platform: NodeJS.Platform,
): Collector {
  const covered = new Set(measured);
  const metrics = METRIC_IDS.filter((metric) => !covered.has(metric));
  const samples = metrics.map((metric): Sample => {
    const coverage = isSystem(platform) ? COVERAGE[metric][platform] : undefined;
    const head = { metric, source: 'none', missing: 'unsupported' } as const;
    return coverage?.can === 'cannot' ? { ...head, advice: coverage.advice } : head;
  });
  return {
    id: 'unsupported',
    metrics,
    tier: 'medium',
    timeoutMs: 1_000,
    read: () => samples,
  };
}
