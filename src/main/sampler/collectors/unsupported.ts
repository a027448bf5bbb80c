import { METRIC_IDS, type MetricId } from '../../../shared/metrics/dictionary.js';
import type { Collector } from '../collector.js';

/** Speaks for the metrics that nothing here can measure: every metric appears, if only with its reason. */
export function createUnsupportedCollector(measured: readonly MetricId[]): Collector {
  const covered = new Set(measured);
  const metrics = METRIC_IDS.filter((metric) => !covered.has(metric));
  return {
    id: 'unsupported',
    metrics,
    tier: 'medium',
    timeoutMs: 1_000,
    read: () => metrics.map((metric) => ({ metric, source: 'none', missing: 'unsupported' as const })),
  };
}
