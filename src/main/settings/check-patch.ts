import type { SettingsPatch } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { Policy } from '../../shared/settings/policy.js';
import type { Settings } from '../../shared/settings/schema.js';
import { changeRule, ruleKey } from '../../shared/sop/changes.js';
import { findRuleProblem } from '../../shared/sop/rule-problem.js';
import type { Profile } from '../../shared/sop/schema.js';
import { parseProbeTarget } from '../sampler/prober/target.js';
import { isSame, keepLocked } from './locks.js';
import { parseUploadTarget } from './upload-target.js';

/** What a change is checked against. */
export interface PatchNeeds {
  /** The settings in force. */
  readonly current: Settings;
  /** The user's own. */
  readonly own: Settings;
  readonly policy: Policy;
  /** The procedure as shipped. */
  readonly profile: Profile;
}

/**
 * Checks what a schema can't see: whether IT allows the change, whether the target is one, and whether the changed
 * rules still make sense. @returns the patch for the user's own settings
 */
export function checkPatch(patch: SettingsPatch, needs: PatchNeeds): Result<SettingsPatch> {
  const allowed = keepLocked(patch, needs.own, needs.policy);
  if (!allowed.ok) return allowed;
  const target = patch.probeTarget?.trim();
  if (target) {
    const parsed = parseProbeTarget(target);
    if (!parsed.ok) return failure('INVALID', `probeTarget: ${parsed.error}`);
  }
  const upload = patch.uploadTarget?.trim();
  if (upload && !parseUploadTarget(upload)) return failure('INVALID', 'uploadTarget: not an http address');
  const problem = findContradiction(patch.overrides ?? {}, needs);
  if (problem !== undefined) return failure('INVALID', problem);
  return success({
    ...allowed.value,
    ...(target !== undefined && { probeTarget: target }),
    ...(upload !== undefined && allowed.value.uploadTarget !== undefined && { uploadTarget: upload }),
  });
}

/** Looks at changed entries only: an old contradiction elsewhere must not stand in the way of mending this one. */
function findContradiction(
  overrides: Settings['overrides'],
  { current, profile }: PatchNeeds,
): string | undefined {
  for (const clause of profile.clauses)
    for (const rule of clause.metrics) {
      const key = ruleKey(rule.metric, rule.instance);
      const change = overrides[key];
      if (!change || isSame(change, current.overrides[key])) continue;
      const problem = findRuleProblem(changeRule(rule, change));
      if (problem) return `overrides.${key}.${problem.field}: ${problem.message}`;
    }
  return undefined;
}
