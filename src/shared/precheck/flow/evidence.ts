import { platformTargets } from '../platforms/platforms.js';
import type { PrecheckSection } from '../section.js';
import { judgeItems } from '../verdict/judge-item.js';
import { attemptsOf, measuredValue } from '../verdict/limits.js';
import { type PrecheckResult, precheckResult } from '../verdict/result.js';
import type { Evidence, ItemJudgement } from '../verdict/types.js';
import type { Draft } from './draft.js';

/** What a draft is judged from. */
export type DraftEvidence = Pick<
  Draft,
  'platform' | 'measurements' | 'problems' | 'confirmations' | 'baseline' | 'waivers'
>;

/** Everything that was found out, with what the platform asks for. */
export function evidenceOf(draft: DraftEvidence): Evidence {
  const { measurements, problems, confirmations, baseline, platform } = draft;
  const found = { measurements, problems, confirmations, baseline, targets: {} };
  const width = measuredValue(attemptsOf(found, 'camera.width'));
  const height = measuredValue(attemptsOf(found, 'camera.height'));
  const size = width !== null && height !== null ? { width, height } : undefined;
  return { ...found, targets: platformTargets(platform, size) };
}

/** A draft judged as it is now. */
export interface Judged {
  readonly judgements: readonly ItemJudgement[];
  readonly result: PrecheckResult;
}

/** Judges a draft by the numbers of the procedure. @param now ms since 1970 */
export function judgeDraft(draft: DraftEvidence, section: PrecheckSection | undefined, now: number): Judged {
  const judgements = judgeItems(section, evidenceOf(draft), now);
  return { judgements, result: precheckResult(judgements, draft.waivers) };
}
