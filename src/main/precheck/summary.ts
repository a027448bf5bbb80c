import type { RecordSummary } from '../../shared/ipc/precheck.js';
import type { ItemId } from '../../shared/precheck/items.js';
import type { PrecheckRecord } from '../../shared/precheck/record/schema.js';
import type { RecordEntry } from './records.js';

/** A record in one line. */
export function summaryOf({ seq, hash, record }: RecordEntry): RecordSummary {
  const { kind, repeats, finishedAt, operator, platform, result, breach } = record;
  return {
    seq,
    kind,
    ...(repeats && { items: repeats.items }),
    finishedAt,
    operator: operator.name,
    platform: platform.id,
    result,
    hash,
    ...(breach && { breach: { code: breach.code, seq: breach.seq } }),
  };
}

/** When things were last inspected, by what people said in all checks; the last word counts. */
export function inspectionsOf(records: readonly PrecheckRecord[]): Partial<Record<ItemId, number>> {
  const dates: Partial<Record<ItemId, number>> = {};
  for (const { confirmations } of records)
    for (const { item, inspectedAt } of confirmations)
      if (inspectedAt !== undefined) dates[item] = inspectedAt;
  return dates;
}
