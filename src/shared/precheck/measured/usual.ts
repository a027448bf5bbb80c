import type { ItemId } from '../items.js';
import type { MeasureId } from '../measures.js';
import type { MeasureValues } from '../record/evidence-schema.js';
import type { PrecheckRecord } from '../record/schema.js';
import { attemptsOf, measuredValue } from '../verdict/limits.js';

/** Measures that are judged by what is usual here, and the item that must have passed for a value to be that. */
const KEPT: readonly { measure: MeasureId; item: ItemId }[] = [
  { measure: 'camera.sharpness', item: 'P2.c.camera' },
  { measure: 'microphone.floor', item: 'P2.c.microphone' },
];

/** What one check says about what is usual at a station; of items that did not pass nothing is. */
export function usualValues(record: PrecheckRecord): MeasureValues {
  const passed = (item: ItemId) =>
    record.judgements.some((one) => one.item === item && one.verdict === 'pass');
  return Object.fromEntries(
    KEPT.filter(({ item }) => passed(item)).flatMap(({ measure }) => {
      const value = measuredValue(attemptsOf(record, measure));
      return value === null ? [] : [[measure, value]];
    }),
  );
}
