import { ITEM_IDS, type ItemId } from '../items.js';
import type { Waiver } from '../record/evidence-schema.js';
import type { ItemJudgement, ItemVerdict } from './types.js';

/** Results of a pre-check. */
export const RESULTS = ['go', 'conditional', 'no-go', 'incomplete'] as const;
/** A result of {@link RESULTS}. */
export type PrecheckResult = (typeof RESULTS)[number];

/**
 * Whether somebody may answer for an item with this verdict. A warning: everybody. A fail, and what can't be measured at
 * this station: IT only. Pending: nobody, it only has to be done.
 */
export function canWaive(verdict: ItemVerdict, role: Waiver['role']): boolean {
  return verdict === 'warn' || (role === 'it' && (verdict === 'fail' || verdict === 'unknown'));
}

/** The waiver that covers an item as it was judged; undefined: there is none that may. */
export function waiverFor(
  { item, verdict }: Pick<ItemJudgement, 'item' | 'verdict'>,
  waivers: readonly Waiver[],
): Waiver | undefined {
  return waivers.find((one) => one.item === item && canWaive(verdict, one.role));
}

/**
 * The result, by the rule of the procedure: a fail that is not waived → no-go; else anything pending, unknown or warned
 * of that is not waived → incomplete; else with any waiver → conditional; else go. Items that were not judged are pending.
 */
export function precheckResult(
  judgements: readonly Pick<ItemJudgement, 'item' | 'verdict'>[],
  waivers: readonly Waiver[],
): PrecheckResult {
  const open = openItems(judgements, waivers);
  if (open.some(({ verdict }) => verdict === 'fail')) return 'no-go';
  if (open.length > 0) return 'incomplete';
  return judgements.some((one) => waiverFor(one, waivers)) ? 'conditional' : 'go';
}

/** The items that still stand in the way, in the order of the procedure. */
export function openItems(
  judgements: readonly Pick<ItemJudgement, 'item' | 'verdict'>[],
  waivers: readonly Waiver[],
): readonly { readonly item: ItemId; readonly verdict: ItemVerdict }[] {
  return ITEM_IDS.map((item) => {
    const found = judgements.find((one) => one.item === item);
    return { item, verdict: found?.verdict ?? ('pending' as const) };
  }).filter((one) => one.verdict !== 'pass' && waiverFor(one, waivers) === undefined);
}
