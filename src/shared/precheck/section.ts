import { z } from 'zod';
import { ITEM_IDS } from './items.js';
import { MEASURE_IDS } from './measures.js';
import { LIMIT_REASONS } from './reasons.js';

/** Where a number comes from: the page or file that has it, or `ours`. */
export const sourceSchema = z.union([z.literal('ours'), z.url({ protocol: /^https$/ }).max(300)]);

const comparison = z.enum(['>', '>=', '<', '<=']);
const measure = z.enum(MEASURE_IDS);
const days = z.number().int().min(1).max(3_650);

const condition = z.strictObject({ measure, when: comparison, value: z.number() });

const limit = z.strictObject({
  verdict: z.enum(['warn', 'fail']),
  /** Breached when `measured when bound` holds. */
  when: comparison,
  value: z.number(),
  /**
   * The bound. `value`: the number itself. `target`: the number times what the platform asks for. `baseline`: the number
   * times what is usual here; `baselineRise`: what is usual here plus the number (for decibels). Without a baseline the
   * last two do not apply.
   */
  of: z.enum(['value', 'target', 'baseline', 'baselineRise']).default('value'),
  reason: z.enum(LIMIT_REASONS),
  source: sourceSchema,
  /** Does not count while one of these holds: another finding explains it already. */
  unless: z.array(condition).max(4).optional(),
  /** Events that must stand behind the value (lost probes). */
  minEvidence: z.number().int().min(1).optional(),
});

const threshold = z.strictObject({
  item: z.enum(ITEM_IDS),
  measure,
  /** Without it the item is unknown. */
  required: z.boolean().default(false),
  /** This near to a bound, in the measure's unit, a value is measured again … */
  borderline: z.number().min(0).optional(),
  /** … or within this share of the bound. */
  borderlineShare: z.number().min(0).max(0.5).optional(),
  /** Fewer samples than this make the confidence low. */
  minSamples: z.number().int().min(1).optional(),
  limits: z.array(limit).min(1).max(8),
});

/** Schema of the procedure's section about the pre-check. */
export const precheckSectionSchema = z.strictObject({
  /** Grows with every change of a number, so that a record says by which numbers it was judged. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** How long a GO is valid, ms. */
  validMs: z
    .number()
    .int()
    .min(60_000)
    .max(7 * 86_400_000),
  /** How often a borderline value is measured again. */
  repeats: z.number().int().min(0).max(2),
  /** How long an inspection is good for, days. */
  inspections: z.array(z.strictObject({ item: z.enum(ITEM_IDS), days, source: sourceSchema })).max(20),
  thresholds: z.array(threshold).max(100),
});

/** The procedure's section about the pre-check. */
export type PrecheckSection = z.infer<typeof precheckSectionSchema>;
/** How one measure is judged for one item. */
export type Threshold = PrecheckSection['thresholds'][number];
/** One limit of it. */
export type PrecheckLimit = Threshold['limits'][number];
/** A condition on another measure. */
export type MeasureCondition = z.infer<typeof condition>;

/** What contradicts itself in a section; undefined: nothing does. `path` as in a profile problem. */
export function findSectionProblem(section: PrecheckSection): { path: string; message: string } | undefined {
  const seen = new Set<string>();
  for (const [i, { item, measure: id, limits }] of section.thresholds.entries()) {
    const path = `precheck.thresholds.${i}`;
    if (seen.has(`${item} ${id}`)) return { path, message: `${id} is judged twice for ${item}` };
    seen.add(`${item} ${id}`);
    for (const upper of [true, false]) {
      const of = (verdict: string) =>
        limits
          .filter(
            (one) => one.verdict === verdict && one.of === 'value' && one.when.startsWith('>') === upper,
          )
          .map(({ value }) => value);
      const [warn, fail] = [of('warn'), of('fail')];
      if (warn.length === 0 || fail.length === 0) continue;
      const inverted = upper ? Math.min(...fail) < Math.min(...warn) : Math.max(...fail) > Math.max(...warn);
      if (inverted) return { path, message: 'a fail limit lies inside the warn limit' };
    }
  }
  return undefined;
}
