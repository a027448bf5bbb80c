import { ITEM_IDS, type ItemId } from '../items.js';
import { MEASURE_IDS, type MeasureId } from '../measures.js';
import { attemptsOf, measuredValue } from '../verdict/limits.js';
import type { ItemVerdict } from '../verdict/types.js';
import type { PrecheckRecord } from './schema.js';

/** What is not as it was in an earlier check. */
export interface RecordDifferences {
  readonly items: readonly { item: ItemId; before: ItemVerdict; now: ItemVerdict }[];
  /** Measures with another value; null: there was none. */
  readonly measures: readonly { measure: MeasureId; before: number | null; now: number | null }[];
}

/** Compares two checks of one station. */
export function compareRecords(before: PrecheckRecord, now: PrecheckRecord): RecordDifferences {
  const verdict = (record: PrecheckRecord, item: ItemId) =>
    record.judgements.find((one) => one.item === item)?.verdict ?? 'pending';
  const value = (record: PrecheckRecord, measure: MeasureId) => measuredValue(attemptsOf(record, measure));
  return {
    items: ITEM_IDS.map((item) => ({ item, before: verdict(before, item), now: verdict(now, item) })).filter(
      (one) => one.before !== one.now,
    ),
    measures: MEASURE_IDS.map((measure) => ({
      measure,
      before: value(before, measure),
      now: value(now, measure),
    })).filter((one) => one.before !== one.now),
  };
}
