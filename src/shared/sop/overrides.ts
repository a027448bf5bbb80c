import { z } from 'zod';
import type { MetricId } from '../metrics/dictionary.js';
import { type ParsedProfile, parseProfile } from './parse.js';
import type { Limit, Profile, Rule } from './schema.js';

/**
 * What IT changed in the procedure for this station. Only the differences are kept, so that the default stays visible,
 * one action restores it, and a newer procedure does not bury them.
 */

const limitChange = z.strictObject({
  value: z.number().optional(),
  /** `off`: the limit no longer counts. */
  severity: z.enum(['advisory', 'warning', 'fault', 'off']).optional(),
});

const ruleChange = z.strictObject({
  /** By {@link limitKey}. */
  limits: z.record(z.string().max(40), limitChange).optional(),
  range: z.strictObject({ low: z.number().optional(), high: z.number().optional() }).optional(),
  hold: z
    .strictObject({
      warning: z.number().int().min(0).max(86_400_000).optional(),
      fault: z.number().int().min(0).max(86_400_000).optional(),
    })
    .optional(),
  required: z.boolean().optional(),
  /** Who changed it; a name for people. */
  by: z.string().max(60),
  /** When, ms since 1970. */
  at: z.number().int().min(0),
});

/** Schema of all changes, by {@link ruleKey}. */
export const overridesSchema = z.record(z.string().max(300), ruleChange);

/** The changes to one rule. */
export type RuleChange = z.infer<typeof ruleChange>;
/** The changes to a procedure. */
export type Overrides = z.infer<typeof overridesSchema>;

/** Name of a rule in the changes: the metric, and its instance where the rule has one. */
export function ruleKey(metric: MetricId, instance?: string): string {
  return instance === undefined ? metric : `${metric}#${instance}`;
}

/** Name of a limit within its rule: `fault.above`, `warning.below`, `fault.below.onAir`; as the procedure has it. */
export function limitKey(limit: Limit): string {
  const side = limit.when.startsWith('>') ? 'above' : 'below';
  return [limit.severity, side, limit.onAir && 'onAir', limit.of === 'growth' && 'growth']
    .filter(Boolean)
    .join('.');
}

/** The procedure with the changes in it, checked like any other; changes to what it does not have are left out. */
export function applyOverrides(profile: Profile, overrides: Overrides): ParsedProfile {
  const clauses = profile.clauses.map((clause) => ({
    ...clause,
    metrics: clause.metrics.map((rule) => changed(rule, overrides[ruleKey(rule.metric, rule.instance)])),
  }));
  return parseProfile({ ...profile, clauses });
}

function changed(rule: Rule, change: RuleChange | undefined): Rule {
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

function changedLimit(limit: Limit, change: z.infer<typeof limitChange> | undefined): Limit[] {
  if (!change) return [limit];
  if (change.severity === 'off') return [];
  const { withoutBaseline: _, ...rest } = limit;
  // A severity that IT chose holds with and without a baseline.
  const base = change.severity === undefined ? limit : { ...rest, severity: change.severity };
  return [{ ...base, value: change.value ?? limit.value }];
}
