import { z } from 'zod';

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
  /** By `limitKey` of changes.ts. */
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

/** Schema of all changes, by `ruleKey` of changes.ts. */
export const overridesSchema = z.record(z.string().max(300), ruleChange);

/** The change of one limit. */
export type LimitChange = z.infer<typeof limitChange>;
/** The changes to one rule. */
export type RuleChange = z.infer<typeof ruleChange>;
/** The changes to a procedure. */
export type Overrides = z.infer<typeof overridesSchema>;
