import { z } from 'zod';
import { ITEM_IDS } from '../items.js';
import { platformSchema } from '../platforms/schema.js';
import { precheckSectionSchema } from '../section.js';
import { RESULTS } from '../verdict/result.js';
import { CHAIN_PROBLEMS } from './chain.js';
import {
  confirmationSchema,
  measurementSchema,
  measureValuesSchema,
  mediaRefSchema,
  problemSchema,
  sha256Schema,
  timeSchema,
  waiverSchema,
} from './evidence-schema.js';
import { itemJudgementSchema } from './judgement-schema.js';

const name = z.string().min(1).max(60);
const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const text = z.string().min(1).max(300);
const version = z.string().min(1).max(40);
const level = z.number().min(-120).max(20);

const band = z.strictObject({ hz: z.number().min(1).max(100_000), db: level });

/** Schema of the end of a chain of records. */
export const chainHeadSchema = z.strictObject({ hash: sha256Schema, count: z.number().int().min(0) });

const device = z.strictObject({
  kind: z.enum(['camera', 'microphone', 'headphones', 'phone']),
  id: text,
  /** For people. */
  label: text,
});

/** Schema of the record of one pre-check. Everything that it was judged by is in it: it can be judged again alone. */
export const precheckRecordSchema = z.strictObject({
  schema: z.literal(1),
  id,
  /** `item`: some items of another check were done again. */
  kind: z.enum(['full', 'item']),
  /** The check whose items were done again. */
  repeats: z.strictObject({ id, items: z.array(z.enum(ITEM_IDS)).min(1) }).optional(),
  startedAt: timeSchema,
  finishedAt: timeSchema,
  operator: z.strictObject({ name, account: z.string().min(1).max(200) }),
  station: z.strictObject({ name: text, host: text, os: text, version }),
  /** The operating procedure. */
  procedure: z.strictObject({ id: text, version }),
  /** Its section about the pre-check, with the numbers of that time; null: it had none. */
  section: precheckSectionSchema.nullable(),
  /** What the platform asked for, changes included. */
  platform: platformSchema,
  devices: z.array(device).max(20),
  measurements: z.array(measurementSchema).max(500),
  problems: z.array(problemSchema).max(100),
  confirmations: z.array(confirmationSchema).max(100),
  targets: measureValuesSchema,
  baseline: measureValuesSchema,
  judgements: z.array(itemJudgementSchema).max(ITEM_IDS.length),
  waivers: z.array(waiverSchema).max(100),
  result: z.enum(RESULTS),
  sound: z
    .strictObject({
      /** Level every 100 ms, dBFS. */
      curve: z.array(level).max(1_200),
      spectrum: z.strictObject({ quiet: z.array(band).max(40), speech: z.array(band).max(40) }),
      recording: mediaRefSchema.optional(),
    })
    .optional(),
  thumbnail: mediaRefSchema.optional(),
  /**
   * The records before this one were found not to be as they were written: what was wrong, and the head that had been
   * kept. Their chain ends there, and another begins with this record.
   */
  breach: z
    .strictObject({ code: z.enum(CHAIN_PROBLEMS), seq: z.number().int().min(1), head: chainHeadSchema })
    .optional(),
  /** Room for the session sheet and the checklists of sections 1 and 3 of the procedure; their forms come with them. */
  session: z.record(z.string().min(1).max(40), z.unknown()).optional(),
});

/** The record of one pre-check. */
export type PrecheckRecord = z.infer<typeof precheckRecordSchema>;

/** Schema of a record in its place in the chain. */
export const recordEntrySchema = z.strictObject({
  seq: z.number().int().min(1),
  previous: sha256Schema,
  record: precheckRecordSchema,
  hash: sha256Schema,
});
