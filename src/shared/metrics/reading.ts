import { type AdviceCode, isAdviceCode } from './advice.js';
import { isMetricId, METRICS, type MetricId, type Unit } from './dictionary.js';

/** Why a value could not be had. Each code has a text in the catalogues that says what to do. */
export const MISSING_CODES = [
  'unsupported',
  'needs-rights',
  'not-present',
  'timed-out',
  'failed',
  'implausible',
  'stale',
  'warming-up',
] as const;

/** A code of {@link MISSING_CODES}. */
export type MissingCode = (typeof MISSING_CODES)[number];

/** One measured value, or the reason why there is none. Never both. */
export interface Reading {
  readonly metric: MetricId;
  /** Device, interface, sensor or target; absent = the station's one or leading one. */
  readonly instance?: string;
  /** Finite number in `unit`, or null with `missing`. */
  readonly value: number | null;
  readonly unit: Unit;
  /** Wall-clock time of the measurement, milliseconds since 1970. */
  readonly at: number;
  /** Where the value comes from, for people: `hwmon:coretemp/temp1`, `systeminformation.mem`. */
  readonly source: string;
  readonly missing?: MissingCode;
  /** What to do about a missing value, where the source knows more than its reason says. */
  readonly advice?: AdviceCode;
  /** Number of events behind the value (lost probes for `network.loss`): a limit may ask for a minimum. */
  readonly evidence?: number;
  /** Short fact from the source itself (device name, program, product); shown as it is, never judged. */
  readonly note?: string;
}

/** Longest accepted instance, source and note, in characters. */
export const TEXT_LIMIT = 200;

const MISSING = new Set<string>(MISSING_CODES);

const optionalText = (value: unknown): value is string | undefined =>
  value === undefined || (typeof value === 'string' && value.length > 0 && value.length <= TEXT_LIMIT);

/**
 * Checks an unknown value as a reading. Returns the reading, or a sentence saying which field is wrong.
 * Hand-written, and returning the object it was given, because replay parses 500,000 of these a second.
 */
export function parseReading(input: unknown): Reading | string {
  if (typeof input !== 'object' || input === null) return 'not an object';
  const raw = input as Record<string, unknown>;
  const { metric, instance, value, unit, at, source, missing, advice, evidence, note } = raw;
  if (typeof metric !== 'string' || !isMetricId(metric)) return `unknown metric ${JSON.stringify(metric)}`;
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0) return 'at is not a time in milliseconds';
  if (unit !== METRICS[metric].unit) return `unit of ${metric} must be "${METRICS[metric].unit}"`;
  if (value !== null && (typeof value !== 'number' || !Number.isFinite(value)))
    return 'value is neither a finite number nor null';
  if (missing !== undefined && (typeof missing !== 'string' || !MISSING.has(missing)))
    return `unknown reason ${JSON.stringify(missing)} in missing`;
  if (value !== null && missing !== undefined) return 'a reading has a value or a reason, not both';
  if (!optionalText(instance)) return 'instance is not a short text';
  if (typeof source !== 'string' || source.length > TEXT_LIMIT) return 'source is not a short text';
  if (advice !== undefined && !isAdviceCode(advice)) return `unknown advice ${JSON.stringify(advice)}`;
  if (advice !== undefined && value !== null) return 'advice is for a missing value';
  if (evidence !== undefined && (!Number.isInteger(evidence) || (evidence as number) < 0))
    return 'evidence is not a whole number';
  if (!optionalText(note)) return 'note is not a short text';
  // A trace may leave the reason out; a null without one still has to say something.
  if (value === null && missing === undefined) return { ...(raw as unknown as Reading), missing: 'failed' };
  return raw as unknown as Reading;
}

/** Key of a series: one metric of one instance. */
export function seriesKey(metric: MetricId, instance: string | undefined): string {
  return instance === undefined ? metric : `${metric}\u0000${instance}`;
}
