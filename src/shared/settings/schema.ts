import { z } from 'zod';
import { METRIC_IDS, type MetricId } from '../metrics/dictionary.js';
import { overridesSchema } from '../sop/overrides.js';

const acceptance = z.strictObject({
  /** Who accepted it; a name for people. */
  by: z.string().min(1).max(60),
  /** When, ms since 1970. */
  at: z.number().int().min(0),
  reason: z.string().min(1).max(300),
});

/** Schema of the settings file. Every field has a default, so that an old or partial file stays readable. */
export const settingsSchema = z.strictObject({
  schema: z.literal(1).default(1),
  language: z.enum(['system', 'zh-CN', 'en']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Who uses this station; a presenter alone sees the badge, not the popup, while on air. */
  role: z.enum(['presenter', 'it', 'both']).default('both'),
  /** When fault popups come up. */
  popups: z.enum(['always', 'not-on-air', 'never']).default('not-on-air'),
  /** Start hidden in the tray when the user logs in. */
  startAtLogin: z.boolean().default(false),
  /** Name of this station for people; empty: the computer's name. */
  stationName: z.string().max(60).default(''),
  /** Fast tick, seconds. */
  tickSeconds: z.number().int().min(1).max(10).default(2),
  /** HOST[:PORT] for loss and latency; empty: the default gateway. */
  probeTarget: z.string().max(260).default(''),
  /** What IT changed in the procedure. */
  overrides: overridesSchema.default({}),
  /** Readings that this station can't have and IT accepted as not monitored. */
  accepted: z.partialRecord(z.enum(METRIC_IDS as [MetricId, ...MetricId[]]), acceptance).default({}),
  /** Whether the first-run set-up was done or skipped; it never comes again. */
  setUp: z.boolean().default(false),
  /** Whether the user was told once that closing the window keeps the monitor running. */
  toldAboutTray: z.boolean().default(false),
});

/** The user's settings. */
export type Settings = z.infer<typeof settingsSchema>;

/** What users and IT choose; the rest is the program's own memory. */
export const CHOICES = [
  'language',
  'theme',
  'role',
  'popups',
  'startAtLogin',
  'stationName',
  'tickSeconds',
  'probeTarget',
  'overrides',
  'accepted',
] as const satisfies readonly (keyof Settings)[];

/** A setting of {@link CHOICES}. */
export type Choice = (typeof CHOICES)[number];

/** Settings of a first start. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** File name inside the user-data folder; the same for the app and the command line. */
export const SETTINGS_FILE = 'settings.json';
