import { metricSpec } from '../metrics/dictionary.js';
import type { Reading } from '../metrics/reading.js';
import type { BaselineDevice } from './schema.js';

/**
 * What to say of a device of the baseline that its collector no longer lists; undefined: it is there, or nobody knows.
 * @param lead latest reading of the metric's leading series: only a collector that answered can miss something
 * @param own latest reading of the device itself; undefined: it never came
 */
export function goneReading(
  device: BaselineDevice,
  lead: Reading | undefined,
  own: Reading | undefined,
): Reading | undefined {
  const { metric, instance, name } = device;
  if (!lead || !hasAnswered(lead) || !isOut(own)) return undefined;
  const { unit } = metricSpec(metric);
  const head = { metric, unit, at: lead.at, source: lead.source, note: name };
  const reading: Reading =
    unit === 'bool' ? { ...head, value: 0 } : { ...head, value: null, missing: 'not-present' };
  return instance === undefined ? reading : { ...reading, instance };
}

const hasAnswered = ({ value, missing }: Reading): boolean => value !== null || missing === 'not-present';

/** Never heard of, taken back by its collector, or silent while the others are read. */
function isOut(own: Reading | undefined): boolean {
  if (!own) return true;
  if (own.value === null) return own.missing === 'not-present' || own.missing === 'stale';
  return own.value === 0 && metricSpec(own.metric).unit === 'bool' && own.instance !== undefined;
}
