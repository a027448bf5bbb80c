import { z } from 'zod';
import { sourceSchema } from '../section.js';

/** Platforms that the program knows. */
export const PLATFORM_IDS = [
  'douyin',
  'kuaishou',
  'bilibili',
  'shipinhao',
  'taobao',
  'youtube',
  'twitch',
  'custom',
] as const;
/** A platform of {@link PLATFORM_IDS}. */
export type PlatformId = (typeof PLATFORM_IDS)[number];

const limits = {
  width: { min: 160, max: 7_680 },
  height: { min: 160, max: 7_680 },
  fps: { min: 1, max: 240 },
  kbps: { min: 100, max: 200_000 },
} as const;

const value = (field: keyof typeof limits) =>
  z.strictObject({
    value: z.number().int().min(limits[field].min).max(limits[field].max),
    /** Where the number comes from: a page that has it, or `ours`. */
    source: sourceSchema,
    /** A page that a number of ours leans on. */
    basis: z
      .url({ protocol: /^https$/ })
      .max(300)
      .optional(),
  });

/** Schema of what a platform asks for. */
export const platformSchema = z.strictObject({
  id: z.enum(PLATFORM_IDS),
  /** Grows with every change of a shipped number. */
  version: z.number().int().min(1),
  /** Picture that the camera must give, pixels; upright pictures are compared the other way round. */
  width: value('width'),
  height: value('height'),
  /** Frames a second. */
  fps: value('fps'),
  /** Picture and sound together, kbit/s. */
  kbps: value('kbps'),
});

/** Schema of changes to a platform: only what differs. */
export const platformOverrideSchema = z.strictObject({
  width: z.number().int().min(limits.width.min).max(limits.width.max).optional(),
  height: z.number().int().min(limits.height.min).max(limits.height.max).optional(),
  fps: z.number().int().min(limits.fps.min).max(limits.fps.max).optional(),
  kbps: z.number().int().min(limits.kbps.min).max(limits.kbps.max).optional(),
});

/** What a platform asks for. */
export type Platform = z.infer<typeof platformSchema>;
/** Changes to it. */
export type PlatformOverride = z.infer<typeof platformOverrideSchema>;
