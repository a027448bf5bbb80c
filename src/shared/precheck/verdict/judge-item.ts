import { ITEM_IDS, ITEMS, type ItemId } from '../items.js';
import { problemVerdict } from '../reasons.js';
import type { Confirmation } from '../record/evidence-schema.js';
import type { PrecheckSection } from '../section.js';
import { judgeMeasure } from './judge-measure.js';
import { CONFIDENCES, type Evidence, type ItemJudgement, type ItemVerdict, type Reason } from './types.js';

const DAY_MS = 86_400_000;
/** Which of several verdicts an item has: the first of these that occurs. */
const PRESSING: readonly ItemVerdict[] = ['fail', 'pending', 'unknown', 'warn', 'pass'];

/** Judges every item, in the order of the procedure. @param now ms since 1970, for inspections that are overdue */
export function judgeItems(
  section: PrecheckSection | undefined,
  evidence: Evidence,
  now: number,
): readonly ItemJudgement[] {
  return ITEM_IDS.map((item) => judgeItem(section, item, evidence, now));
}

/** Judges one item. Without a section nothing that is measured can be judged: it is unknown. */
export function judgeItem(
  section: PrecheckSection | undefined,
  item: ItemId,
  evidence: Evidence,
  now: number,
): ItemJudgement {
  const problems = problemReasons(item, evidence);
  const measures = (section?.thresholds ?? [])
    .filter((one) => one.item === item)
    .map((one) => judgeMeasure(one, evidence, section?.repeats ?? 0));
  // With a problem known there is no use in saying of each measure that it is not there.
  const counted = measures.filter(
    ({ required, value, verdict }) =>
      value !== null || (problems.length === 0 && (required || verdict === 'pass')),
  );
  const unjudged: Reason[] =
    measures.length === 0 && !ITEMS[item].confirmed ? [{ code: 'no-threshold', verdict: 'unknown' }] : [];
  const said = confirmationReasons(item, evidence.confirmations, section, now);
  const reasons = [...problems, ...unjudged, ...counted.flatMap((one) => one.reasons), ...said];
  const verdict = mostPressing([...counted.map((one) => one.verdict), ...reasons.map((one) => one.verdict)]);
  return {
    item,
    verdict,
    confidence: CONFIDENCES.findLast((one) => counted.some(({ confidence }) => confidence === one)) ?? 'high',
    reasons: reasons.toSorted((a, b) => PRESSING.indexOf(a.verdict) - PRESSING.indexOf(b.verdict)),
    measures,
    again: problems.length === 0 && counted.some(({ again }) => again),
  };
}

function mostPressing(verdicts: readonly ItemVerdict[]): ItemVerdict {
  return PRESSING.find((one) => verdicts.includes(one)) ?? 'pass';
}

function problemReasons(item: ItemId, { problems }: Evidence): Reason[] {
  return problems
    .filter((one) => one.item === item)
    .map(({ code, device, program }) => ({
      code,
      verdict: problemVerdict(code),
      ...(device !== undefined && { device }),
      ...(program !== undefined && { program }),
    }));
}

function confirmationReasons(
  item: ItemId,
  confirmations: readonly Confirmation[],
  section: PrecheckSection | undefined,
  now: number,
): Reason[] {
  if (!ITEMS[item].confirmed) return [];
  const said = confirmations.findLast((one) => one.item === item);
  if (!said) return [{ code: 'not-confirmed', verdict: 'pending' }];
  if (said.answer === 'no') return [{ code: 'denied', verdict: 'fail' }];
  if (!ITEMS[item].inspected) return [];
  if (said.inspectedAt === undefined) return [{ code: 'inspection-unknown', verdict: 'pending' }];
  const days = section?.inspections.find((one) => one.item === item)?.days;
  const overdue = days !== undefined && now - said.inspectedAt > days * DAY_MS;
  return overdue ? [{ code: 'inspection-overdue', verdict: 'warn' }] : [];
}
