import { changeRule, limitKey, ruleKey } from '../../../../shared/sop/changes.js';
import type { LimitChange, Overrides, RuleChange } from '../../../../shared/sop/overrides.js';
import { findRuleProblem, type RuleProblem } from '../../../../shared/sop/rule-problem.js';
import type { Clause, Limit, Part, Profile, Rule } from '../../../../shared/sop/schema.js';

/** What a user changes in one rule; who and when are added when it is stored. */
export type RuleEdit = Omit<RuleChange, 'by' | 'at'>;

/** A rule of the procedure with the clause that it stands in. */
export interface ShippedRule {
  readonly key: string;
  readonly clause: Clause;
  readonly rule: Rule;
}

/** The rules that can be changed, by the card that shows them. */
export function rulesByPart(profile: Profile): ReadonlyMap<Part, readonly ShippedRule[]> {
  const parts = new Map<Part, ShippedRule[]>();
  // The state of the station first: the order of its cards.
  const inState = profile.clauses.filter(({ section }) => section === 'state');
  const others = profile.clauses.filter(({ section }) => section !== 'state');
  for (const clause of [...inState, ...others]) {
    if (!clause.part) continue;
    for (const rule of clause.metrics) {
      // Outside of the station's state a value without a limit is shown for information only.
      if (clause.section !== 'state' && rule.limits.length === 0) continue;
      const list = parts.get(clause.part) ?? [];
      list.push({ key: ruleKey(rule.metric, rule.instance), clause, rule });
      parts.set(clause.part, list);
    }
  }
  return parts;
}

/** Puts the change of one limit into an edit; what equals the procedure is no change. */
export function withLimit(edit: RuleEdit, limit: Limit, change: LimitChange): RuleEdit {
  const key = limitKey(limit);
  const merged = { ...edit.limits?.[key], ...change };
  const kept: LimitChange = {
    ...(merged.value !== undefined && merged.value !== limit.value && { value: merged.value }),
    ...(merged.severity !== undefined && merged.severity !== limit.severity && { severity: merged.severity }),
  };
  const { [key]: _, ...others } = edit.limits ?? {};
  return { ...edit, limits: isEmpty(kept) ? others : { ...others, [key]: kept } };
}

/** Puts an end of the normal range into an edit. */
export function withRange(edit: RuleEdit, rule: Rule, end: 'low' | 'high', value: number): RuleEdit {
  const { [end]: _, ...other } = edit.range ?? {};
  return { ...edit, range: value === rule.range?.[end] ? other : { ...other, [end]: value } };
}

/** Puts a hold time, ms, into an edit. @param shipped the time without the change */
export function withHold(
  edit: RuleEdit,
  level: 'warning' | 'fault',
  value: number,
  shipped: number,
): RuleEdit {
  const { [level]: _, ...other } = edit.hold ?? {};
  return { ...edit, hold: value === shipped ? other : { ...other, [level]: value } };
}

/** Puts into an edit whether the station can't be judged without the metric. */
export function withRequired(edit: RuleEdit, rule: Rule, required: boolean): RuleEdit {
  const { required: _, ...rest } = edit;
  return required === rule.required ? rest : { ...rest, required };
}

/** The change to store for an edit; undefined when nothing differs from the procedure any more. */
export function changeOf(edit: RuleEdit, by: string, at: number): RuleChange | undefined {
  const { limits, range, hold, required } = edit;
  const change = {
    ...(limits && !isEmpty(limits) && { limits }),
    ...(range && !isEmpty(range) && { range }),
    ...(hold && !isEmpty(hold) && { hold }),
    ...(required !== undefined && { required }),
  };
  return isEmpty(change) ? undefined : { ...change, by, at };
}

/** All changes with this one in them, or without it. */
export function withChange(all: Overrides, key: string, change: RuleChange | undefined): Overrides {
  const { [key]: _, ...others } = all;
  return change ? { ...others, [key]: change } : others;
}

/** What contradicts itself once the change is in the rule. */
export function problemOf(rule: Rule, change: RuleChange | undefined): RuleProblem['field'] | undefined {
  return findRuleProblem(changeRule(rule, change))?.field;
}

/** The hold time of a rule as shipped, ms. */
export const shippedHold = (profile: Profile, rule: Rule, level: 'warning' | 'fault'): number =>
  rule.hold?.[level] ?? profile.defaults.hold[level];

/** Names of metrics that a change exists for, for counting per part. */
export const changedKeys = (all: Overrides, rules: readonly ShippedRule[]): readonly string[] =>
  rules.map(({ key }) => key).filter((key) => all[key] !== undefined);

/** The metric of a rule is watched without a limit: it is only shown. */
export const isShownOnly = (rule: Rule): boolean => rule.limits.length === 0 && rule.range === undefined;

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;
