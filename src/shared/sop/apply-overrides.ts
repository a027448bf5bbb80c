import { changeRule, ruleKey } from './changes.js';
import type { Overrides } from './overrides.js';
import { type ParsedProfile, parseProfile } from './parse.js';
import type { Profile } from './schema.js';

/** The procedure with the changes in it, checked like any other; changes to what it does not have are left out. */
export function applyOverrides(profile: Profile, overrides: Overrides): ParsedProfile {
  const clauses = profile.clauses.map((clause) => ({
    ...clause,
    metrics: clause.metrics.map((rule) => changeRule(rule, overrides[ruleKey(rule.metric, rule.instance)])),
  }));
  return parseProfile({ ...profile, clauses });
}
