import type { MetricId } from '../../../shared/metrics/dictionary.js';
import type { Sample } from '../collector.js';

/** One device that is there. */
export interface PresentDevice {
  readonly id: string;
  readonly name: string;
}

/**
 * Samples of "is there any, and which": the leading one is 1 or 0 (none is a reading, not a missing one),
 * then one per device. Two devices may share an id (cheap cameras all carry one serial number): then the
 * second gets a number.
 */
export function presenceSamples(
  metric: MetricId,
  source: string,
  devices: readonly PresentDevice[],
): Sample[] {
  const seen = new Map<string, number>();
  const instances = devices.map(({ id, name }): Sample => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return { metric, source, value: 1, instance: count === 1 ? id : `${id} #${count}`, note: name };
  });
  const names = devices.map(({ name }) => name).join(', ');
  const leading: Sample = { metric, source, value: devices.length > 0 ? 1 : 0 };
  return [names ? { ...leading, note: names } : leading, ...instances];
}
