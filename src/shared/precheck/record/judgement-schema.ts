import { z } from 'zod';
import { ITEM_IDS } from '../items.js';
import { MEASURE_IDS } from '../measures.js';
import { REASON_CODES } from '../reasons.js';
import { CONFIDENCES, VERDICTS } from '../verdict/types.js';

const verdict = z.enum(VERDICTS);
const confidence = z.enum(CONFIDENCES);
const measure = z.enum(MEASURE_IDS);
const text = z.string().min(1).max(300);

const reason = z.strictObject({
  code: z.enum(REASON_CODES),
  verdict,
  measure: measure.optional(),
  value: z.number().optional(),
  limit: z.strictObject({ when: z.enum(['>', '>=', '<', '<=']), bound: z.number() }).optional(),
  device: text.optional(),
  program: text.optional(),
});

/** An item as it was judged when the record was made. */
export const itemJudgementSchema = z.strictObject({
  item: z.enum(ITEM_IDS),
  verdict,
  confidence,
  reasons: z.array(reason).max(60),
  measures: z
    .array(
      z.strictObject({
        measure,
        value: z.number().nullable(),
        verdict,
        confidence,
        required: z.boolean(),
        reasons: z.array(reason).max(10),
        again: z.boolean(),
      }),
    )
    .max(60),
  again: z.boolean(),
});
