import type { MetricId } from '../metrics/dictionary.js';
import type { LimitChange, RuleChange } from './overrides.js';
import type { Limit, Rule } from './schema.js';

/*
 * How IT's changes are named and put into a rule. Apart from their schema, so that a page can show the outcome of a
 * change before it is stored.
 */

/** Name of a rule in the changes: the metric, and its instance where the rule has one. */
export function ruleKey(metric: MetricId, instance?: string): string {
  return instance === undefined ? metric : `${metric}#${instance}`;
}

/** Name of a limit within its rule: `fault.above`, `warning.below`, `fault.below.onAir`, `warning.above.baseline`; as the procedure has it. */
export function limitKey(limit: Limit): string {
  const side = limit.when.startsWith('>') ? 'above' : 'below';
  return [limit.severity, side, limit.onAir && 'onAir', limit.of !== 'value' && limit.of]
    .filter(Boolean)
    .join('.');
}

/** The rule with IT's change in it. */
export function changeRule(rule: Rule, change: RuleChange | undefined): Rule {
  if (!change) return rule;
  const range = change.range ? { ...rule.range, ...change.range, origin: 'ours' as const } : rule.range;
  return {
    ...rule,
    ...(range && { range }),
    limits: rule.limits.flatMap((limit) => changedLimit(limit, change.limits?.[limitKey(limit)])),
    ...(change.hold && { hold: { ...rule.hold, ...change.hold } }),
    required: change.required ?? rule.required,
  };
}

function changedLimit(limit: Limit, change: LimitChange | undefined): Limit[] {
  if (!change) return [limit];
  if (change.severity === 'off') return [];
  const { withoutBaseline: _, ...rest } = limit;
  // A severity that IT chose holds with and without a baseline.
  const base = change.severity === undefined ? limit : { ...rest, severity: change.severity };
  return [{ ...base, value: change.value ?? limit.value }];
}
