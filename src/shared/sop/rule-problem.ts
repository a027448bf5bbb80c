import { metricSpec } from '../metrics/dictionary.js';
import type { Rule, Severity } from './schema.js';

/** What contradicts itself in a rule. */
export interface RuleProblem {
  /** `range`: its low end is above its high end; `limits`: a fault comes before its warning. */
  readonly field: 'range' | 'limits' | 'margin';
  readonly message: string;
}

/** Looks for fields of a rule that contradict each other; undefined when none do. */
export function findRuleProblem(rule: Rule): RuleProblem | undefined {
  const { low, high } = rule.range ?? {};
  if (low !== undefined && high !== undefined && low > high)
    return { field: 'range', message: `low (${low}) is above high (${high})` };
  if (metricSpec(rule.metric).unit === 'bool' && (rule.margin ?? 0) !== 0)
    return { field: 'margin', message: 'a yes/no metric has no margin' };
  if (isInverted(rule, true) || isInverted(rule, false))
    return { field: 'limits', message: 'a fault limit lies inside the warning limit' };
  return undefined;
}

function isInverted(rule: Rule, upper: boolean): boolean {
  const of = (severity: Severity) =>
    rule.limits
      .filter((limit) => limit.severity === severity)
      .filter((limit) => limit.when.startsWith('>') === upper && limit.of === 'value')
      .map((limit) => limit.value);
  const warnings = of('warning');
  const faults = of('fault');
  if (warnings.length === 0 || faults.length === 0) return false;
  return upper ? Math.max(...faults) < Math.min(...warnings) : Math.min(...faults) > Math.max(...warnings);
}
