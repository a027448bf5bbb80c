import type { MetricId } from '../metrics/dictionary.js';

/**
 * Metrics that are read rarely because nobody looks at them or judges them. Their silence is no fault of anybody; when
 * they are needed again it counts from then on.
 */
export class IdleMetrics {
  private metrics: readonly MetricId[] = [];
  /** When metrics that were idle began to be needed again. */
  private readonly wokenAt = new Map<MetricId, number>();

  /** Names those that are idle from now on. @param at the station's clock, ms */
  set(metrics: readonly MetricId[], at: number): void {
    for (const metric of this.metrics) if (!metrics.includes(metric)) this.wokenAt.set(metric, at);
    this.metrics = metrics;
  }

  /** From when on silence of a metric counts, ms of the station's clock; `at` while it is idle. */
  silentFrom(metric: MetricId, at: number): number {
    return this.metrics.includes(metric) ? at : (this.wokenAt.get(metric) ?? Number.NEGATIVE_INFINITY);
  }
}
