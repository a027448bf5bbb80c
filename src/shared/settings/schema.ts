import { z } from 'zod';
import { METRIC_IDS, type MetricId } from '../metrics/dictionary.js';
import { overridesSchema } from '../sop/overrides.js';
import { quietHoursSchema } from './quiet-hours.js';
import { STREAMING_PROGRAMS } from './streaming.js';

const acceptance = z.strictObject({
  /** Who accepted it; a name for people. */
  by: z.string().min(1).max(60),
  /** When, ms since 1970. */
  at: z.number().int().min(0),
  reason: z.string().min(1).max(300),
});

const clauseMute = z.strictObject({
  /** Who muted it; a name for people. */
  by: z.string().min(1).max(60),
  /** Until when, ms since 1970. */
  until: z.number().int().min(0),
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
  /** A time of every day without popups; null: none. */
  quietHours: quietHoursSchema.nullable().default(null),
  /** Whether the end of a fault is announced, too. */
  recoveryNotice: z.boolean().default(true),
  /** A fault that comes back within this time is the same one, minutes. */
  reopenMinutes: z.number().int().min(0).max(1_440).default(10),
  /** A fault that nobody acknowledges is announced once more after this time, minutes; 0: never. */
  escalateMinutes: z.number().int().min(0).max(1_440).default(15),
  /** Start hidden in the tray when the user logs in. */
  startAtLogin: z.boolean().default(false),
  /** Name of this station for people; empty: the computer's name. */
  stationName: z.string().max(60).default(''),
  /** What the platform wants to be sent while on air, kbit/s; 0: nobody said, and nothing is judged by it. */
  platformKbps: z.number().int().min(0).max(200_000).default(0),
  /** Names of streaming programs, separated by commas: with a camera in use, going on air is offered. */
  streamingPrograms: z.string().max(1_000).default(STREAMING_PROGRAMS),
  /** Fast tick, seconds. */
  tickSeconds: z.number().int().min(1).max(10).default(2),
  /** HOST[:PORT] for loss and latency; empty: the default gateway. */
  probeTarget: z.string().max(260).default(''),
  /** What IT changed in the procedure. */
  overrides: overridesSchema.default({}),
  /** Readings that this station can't have and IT accepted as not monitored. */
  accepted: z.partialRecord(z.enum(METRIC_IDS as [MetricId, ...MetricId[]]), acceptance).default({}),
  /** Where upload headroom is measured, http or https; empty: it is not measured. */
  uploadTarget: z.string().max(500).default(''),
  /** Most that one measurement of the upload may send, MB (10^6 bytes). */
  uploadMegabytes: z.number().int().min(1).max(500).default(50),
  /** Going on air without a valid GO: `warn` asks first, `block` refuses. */
  onAirWithoutGo: z.enum(['warn', 'block']).default('warn'),
  /** How long pictures of checks are kept, days. */
  pictureDays: z.number().int().min(1).max(365).default(30),
  /** Clauses whose faults are not announced for a time. */
  mutes: z.record(z.string().max(20), clauseMute).default({}),
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
  'quietHours',
  'recoveryNotice',
  'reopenMinutes',
  'escalateMinutes',
  'startAtLogin',
  'stationName',
  'platformKbps',
  'streamingPrograms',
  'tickSeconds',
  'probeTarget',
  'overrides',
  'accepted',
  'uploadTarget',
  'uploadMegabytes',
  'onAirWithoutGo',
  'pictureDays',
] as const satisfies readonly (keyof Settings)[];

/** A setting of {@link CHOICES}. */
export type Choice = (typeof CHOICES)[number];

/** Settings of a first start. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** File name inside the user-data folder; the same for the app and the command line. */
export const SETTINGS_FILE = 'settings.json';
