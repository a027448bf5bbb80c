import { z } from 'zod';
import { METRIC_IDS, type MetricId } from '../metrics/dictionary.js';
import { precheckSectionSchema } from '../precheck/section.js';

/**
 * The operating procedure as data: every clause with its texts, how it is served, and how its metrics are judged.
 * The ranges are the procedure's; severities, hold times and margins are ours, and IT can change all of them.
 */

const metricId = z.enum(METRIC_IDS as [MetricId, ...MetricId[]]);
const text = z.strictObject({ 'zh-CN': z.string().min(1).max(400), en: z.string().min(1).max(400) });
const milliseconds = z.number().int().min(0).max(86_400_000);
const severity = z.enum(['advisory', 'warning', 'fault']);
const comparison = z.enum(['>', '>=', '<', '<=']);

const condition = z.strictObject({ metric: metricId, when: comparison, value: z.number() });

const limit = z.strictObject({
  severity,
  /** The reading breaches when `reading when value` holds: {when: '>', value: 70} leaves 70 itself in range. */
  when: comparison,
  value: z.number(),
  /**
   * What is compared with what.
   * `value`: the reading with `value`.
   * `growth`: what was added within {@link GROWTH_WINDOW_MS}, for counters that only rise, with `value`.
   * `baseline`: the reading with `value` times what is usual by the station's baseline.
   * `spread`: how far apart the values of {@link SPREAD_WINDOW_MS} are with `value` times what is usual.
   * `bitrate`: the reading, bytes/s, with `value` times what the platform wants to be sent.
   * `presence`: 0 when a device of the baseline is gone; such a limit judges nothing else.
   * `baseline`, `spread` and `presence` do not apply where the baseline has nothing for the series, `bitrate` where
   * nobody named one.
   */
  of: z.enum(['value', 'growth', 'baseline', 'spread', 'bitrate', 'presence']).default('value'),
  /** Least distance from what is usual, in the metric's unit, for `baseline` and `spread`: small things may double. */
  atLeast: z.number().min(0).optional(),
  /** Counts only while the station is on air. */
  onAir: z.boolean().default(false),
  /** Counts only while this is known to hold (a stopped fan matters when the processor is hot). */
  while: condition.optional(),
  /** Does not count while this is known to hold (a low battery on mains). */
  unless: condition.optional(),
  /** Events that must stand behind the value, where the reading says how many (lost probes). */
  minEvidence: z.number().int().min(1).optional(),
  /** Severity instead of `severity` as long as no station baseline was taken. */
  withoutBaseline: severity.optional(),
});

const hold = z.strictObject({ warning: milliseconds, fault: milliseconds });

const rule = z.strictObject({
  metric: metricId,
  /** Judges only this instance; a rule without one judges all instances that have no rule of their own. */
  instance: z.string().min(1).max(200).optional(),
  /** Without it the station's state is unknown. */
  required: z.boolean().default(false),
  /** The normal range in words of the procedure, both ends included; shown as the band on the card. */
  range: z
    .strictObject({
      low: z.number().optional(),
      high: z.number().optional(),
      origin: z.enum(['sop', 'ours']),
    })
    .optional(),
  limits: z.array(limit).max(12).default([]),
  /** How far past the limit, in the metric's unit, a value must be back before it counts as recovered. */
  margin: z.number().min(0).optional(),
  hold: hold.partial().optional(),
  clearMs: milliseconds.optional(),
});

/** The parts of the station that have a card, as a schema. */
export const partSchema = z.enum([
  'computer',
  'disk',
  'memory',
  'network',
  'camera',
  'microphone',
  'power',
  'system',
]);

const clause = z.strictObject({
  id: z.string().regex(/^[GPSRF]\d?(\.[a-z])?$|^[GP]\d$/),
  section: z.enum(['general', 'preparation', 'work', 'state']),
  /** The card that shows it. */
  part: partSchema.optional(),
  title: text,
  text,
  kind: z.enum(['auto', 'assist', 'manual', 'guide']),
  /** `inferred`: our completion, the source text does not have it. */
  origin: z.enum(['sop', 'inferred']).default('sop'),
  /** Metrics judged by this clause, leading one first. */
  metrics: z.array(rule).max(20).default([]),
  /** Metrics judged by another clause that are evidence for this one too. */
  shows: z.array(metricId).max(20).default([]),
});

/** Schema of a profile file, `resources/sop/*.json`. Relations between fields: {@link parseProfile}. */
export const profileSchema = z.strictObject({
  schema: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: text,
  defaults: z.strictObject({ hold, clearMs: milliseconds, margin: z.number().min(0) }),
  clauses: z.array(clause).min(1).max(200),
  /** How the pre-check judges; without it nothing of it is judged, and all that is measured is unknown. */
  precheck: precheckSectionSchema.optional(),
});

/** A parsed operating procedure. */
export type Profile = z.infer<typeof profileSchema>;
/** One clause of it. */
export type Clause = Profile['clauses'][number];
/** How one metric is judged. */
export type Rule = Clause['metrics'][number];
/** One limit of a rule. */
export type Limit = Rule['limits'][number];
/** A condition on another metric. */
export type Condition = z.infer<typeof condition>;
/** The parts of the station that have a card. */
export type Part = z.infer<typeof partSchema>;
/** Severity of a breached limit. */
export type Severity = z.infer<typeof severity>;

/** Window of `of: 'spread'` limits, ms (ours: as long as the time that a baseline looks back on). */
export const SPREAD_WINDOW_MS = 10 * 60_000;

/** Window of `of: 'growth'` limits, ms (ours: long enough to be noticed, short enough to end by itself). */
export const GROWTH_WINDOW_MS = 10 * 60_000;
