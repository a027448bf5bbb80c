import { z } from 'zod';
import { ITEM_IDS } from '../items.js';
import { platformSchema } from '../platforms/schema.js';
import {
  confirmationSchema,
  measurementSchema,
  measureValuesSchema,
  problemSchema,
  timeSchema,
  waiverSchema,
} from '../record/evidence-schema.js';
import { precheckRecordSchema } from '../record/schema.js';
import { STEPS } from './steps.js';

const { shape } = precheckRecordSchema;

/**
 * Schema of a check that is being made: everything that was found out so far. It becomes a record when it is finished;
 * until then it is stored after every step, so that a crash costs nothing.
 */
export const draftSchema = z.strictObject({
  schema: z.literal(1),
  id: shape.id,
  kind: shape.kind,
  repeats: shape.repeats,
  startedAt: timeSchema,
  step: z.enum(STEPS),
  /** Name of who makes the check; empty until it was given. */
  operator: z.string().max(60),
  platform: platformSchema,
  devices: shape.devices,
  measurements: z.array(measurementSchema).max(500),
  problems: z.array(problemSchema).max(100),
  confirmations: z.array(confirmationSchema).max(100),
  waivers: z.array(waiverSchema).max(100),
  /** What is usual at this station, as it was when the check began. */
  baseline: measureValuesSchema,
  sound: shape.sound,
  thumbnail: shape.thumbnail,
  /** Items that this check is about; the others are taken over from the one before. */
  items: z.array(z.enum(ITEM_IDS)).min(1),
});

/** A check that is being made. */
export type Draft = z.infer<typeof draftSchema>;
