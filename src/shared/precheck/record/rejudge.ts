import type { PrecheckSection } from '../section.js';
import { judgeItems } from '../verdict/judge-item.js';
import { type PrecheckResult, precheckResult } from '../verdict/result.js';
import type { ItemJudgement } from '../verdict/types.js';
import type { PrecheckRecord } from './schema.js';

/** A record judged again. */
export interface Rejudged {
  readonly judgements: readonly ItemJudgement[];
  readonly result: PrecheckResult;
}

/**
 * Judges a record again: by the numbers of its own time, or by others (those of today). Inspections are as overdue as
 * they were then. Waivers stay; one that may not cover the new verdict does not.
 */
export function rejudge(record: PrecheckRecord, section: PrecheckSection | null = record.section): Rejudged {
  const judgements = judgeItems(section ?? undefined, record, record.finishedAt);
  return { judgements, result: precheckResult(judgements, record.waivers) };
}
