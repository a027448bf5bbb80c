import { z } from 'zod';
import { TEXT_LIMIT } from '../metrics/reading.js';
import { DEVICE_METRICS, VALUE_METRICS } from './subjects.js';

const text = z.string().min(1).max(TEXT_LIMIT);
const amount = z.number().min(0);

const device = z.strictObject({
  metric: z.enum(DEVICE_METRICS),
  /** Id that survives a reboot, as the readings have it; absent: the station's one. */
  instance: text.optional(),
  /** For people. */
  name: text,
});

const usual = z.strictObject({
  metric: z.enum(VALUE_METRICS),
  instance: text.optional(),
  /** Median, in the metric's unit. */
  value: z.number(),
  /** Between the tenth and the ninetieth of a hundred values, in the metric's unit. */
  spread: amount,
  /** How many readings stand behind it. */
  readings: z.number().int().min(1),
});

/** Schema of a baseline: how a station is when all is well. */
export const baselineSchema = z.strictObject({
  schema: z.literal(1),
  /** When it was taken, ms since 1970. */
  at: z.number().int().min(0),
  /** Who took it; a name for people. */
  by: z.string().min(1).max(60),
  devices: z.array(device).max(300),
  values: z.array(usual).max(300),
});

/** A baseline of a station. */
export type Baseline = z.infer<typeof baselineSchema>;
/** A device that belongs to the station. */
export type BaselineDevice = Baseline['devices'][number];
/** What is usual for one series. */
export type UsualValue = Baseline['values'][number];

/** Schema of the file: the baseline in force, and the one before it for undoing. */
export const baselineFileSchema = z.strictObject({
  schema: z.literal(1),
  /** null: none was taken, or it was removed. */
  current: baselineSchema.nullable(),
  /** What was in force before the last step; absent: there was no step. */
  before: z.strictObject({ baseline: baselineSchema.nullable() }).optional(),
});

/** What the baseline file holds. */
export type BaselineFile = z.infer<typeof baselineFileSchema>;

/** A station without a baseline, that never had one. */
export const NO_BASELINE: BaselineFile = { schema: 1, current: null };

/** File name inside the user-data folder; the same for the app and the command line. */
export const BASELINE_FILE = 'baseline.json';
