import { z } from 'zod';
import { ITEM_IDS } from '../items.js';
import { MEASURE_IDS } from '../measures.js';
import { PROBLEM_CODES } from '../reasons.js';

/** Longest name, reason and note, characters. */
export const NOTE_LIMIT = 500;
const name = z.string().min(1).max(60);
const note = z.string().min(1).max(NOTE_LIMIT);
const device = z.string().min(1).max(300);
/** ms since 1970. */
export const timeSchema = z.number().int().min(0);
const count = z.number().int().min(0);
const item = z.enum(ITEM_IDS);

/** SHA-256, hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A picture or sound of the check. It is no part of the record, which holds whether it was deleted or not. */
export const mediaRefSchema = z.strictObject({
  /** File name in the folder of the check's media. */
  file: z.string().regex(/^[\w-]{1,80}\.[a-z0-9]{1,5}$/),
  /** Of its bytes. */
  sha256: sha256Schema,
});

/** One measured value of a check, or why there is none. */
export const measurementSchema = z
  .strictObject({
    measure: z.enum(MEASURE_IDS),
    /** In the measure's unit; null with `missing`. */
    value: z.number().nullable(),
    missing: z.enum(PROBLEM_CODES).optional(),
    at: timeSchema,
    /** Id of the device that was measured. */
    device: device.optional(),
    /** How many values stand behind it. */
    samples: count.optional(),
    /** How many events stand behind it (lost probes). */
    evidence: count.optional(),
    /** 1, and higher when a borderline value was measured again in the same run. */
    attempt: z.number().int().min(1).max(3).default(1),
  })
  .refine(({ value, missing }) => (value === null) === (missing !== undefined), {
    message: 'a measurement has a value or a reason',
  });

/** What kept an item from being measured. */
export const problemSchema = z.strictObject({
  item,
  code: z.enum(PROBLEM_CODES),
  at: timeSchema,
  /** Name of the device that it is about. */
  device: device.optional(),
  /** Program that holds the device. */
  program: z.string().min(1).max(200).optional(),
});

/** What a person said about an item. */
export const confirmationSchema = z.strictObject({
  item,
  answer: z.enum(['yes', 'no']),
  by: name,
  at: timeSchema,
  note: note.optional(),
  /** When the thing was last inspected, ms since 1970. */
  inspectedAt: timeSchema.optional(),
  /** What it looked like. */
  photo: mediaRefSchema.optional(),
});

/** Somebody answers for an item that did not pass. */
export const waiverSchema = z.strictObject({
  item,
  by: name,
  role: z.enum(['presenter', 'it']),
  reason: note,
  at: timeSchema,
});

/** One number for each measure, where there is one. */
export const measureValuesSchema = z.partialRecord(z.enum(MEASURE_IDS), z.number());

/** One measured value. */
export type Measurement = z.infer<typeof measurementSchema>;
/** What kept an item from being measured. */
export type ItemProblem = z.infer<typeof problemSchema>;
/** What a person said about an item. */
export type Confirmation = z.infer<typeof confirmationSchema>;
/** A picture or sound of a check. */
export type MediaRef = z.infer<typeof mediaRefSchema>;
/** Somebody answers for an item. */
export type Waiver = z.infer<typeof waiverSchema>;
/** One number for each measure. */
export type MeasureValues = z.infer<typeof measureValuesSchema>;
