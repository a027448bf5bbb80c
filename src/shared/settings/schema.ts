import { z } from 'zod';

/** Schema of the settings file. Every field has a default, so that an old or partial file stays readable. */
export const settingsSchema = z.strictObject({
  schema: z.literal(1).default(1),
  language: z.enum(['system', 'zh-CN', 'en']).default('system'),
  /** Name of this station for people; empty: the computer's name. */
  stationName: z.string().max(60).default(''),
  /** Fast tick, seconds. */
  tickSeconds: z.number().int().min(1).max(10).default(2),
  /** HOST[:PORT] for loss and latency; empty: the default gateway. */
  probeTarget: z.string().max(260).default(''),
  /** Whether the user was told once that closing the window keeps the monitor running. */
  toldAboutTray: z.boolean().default(false),
});

/** The user's settings. */
export type Settings = z.infer<typeof settingsSchema>;

/** Settings of a first start. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** File name inside the user-data folder; the same for the app and the command line. */
export const SETTINGS_FILE = 'settings.json';
