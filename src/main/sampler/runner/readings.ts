import { METRICS, type MetricId } from '../../../shared/metrics/dictionary.js';
import { type MissingCode, type Reading, seriesKey, TEXT_LIMIT } from '../../../shared/metrics/reading.js';
import type { Sample } from '../collector.js';

/** One series that a collector has reported: what has to be said again when it fails or vanishes. */
export interface Series {
  readonly metric: MetricId;
  readonly instance?: string;
  readonly source: string;
}

/** Key of the series a sample belongs to. */
export const keyOf = (series: Series): string => seriesKey(series.metric, series.instance);

/** A sample that says that a series has no value. */
export function missingSample(series: Series, missing: MissingCode, note?: string): Sample {
  return {
    metric: series.metric,
    source: series.source,
    missing,
    ...(series.instance === undefined ? {} : { instance: series.instance }),
    ...(note === undefined ? {} : { note }),
  };
}

/** Shortens a text of the outside world to what a reading may carry; empty texts become undefined. */
function shortText(text: string | undefined): string | undefined {
  const trimmed = text?.trim().slice(0, TEXT_LIMIT);
  return trimmed ? trimmed : undefined;
}

/**
 * Makes a reading of a sample. A value that is no finite number is a failed one: never let it through. Written without
 * spreads, which cost more than anything else that is done with a reading here.
 */
export function stamp(sample: Sample, at: number): Reading {
  const { metric } = sample;
  const source = shortText(sample.source) ?? 'none';
  const reading: Writable<Reading> = { metric, unit: METRICS[metric].unit, at, source, value: null };
  const instance = shortText(sample.instance);
  if (instance !== undefined) reading.instance = instance;
  const note = shortText(sample.note);
  if (note !== undefined) reading.note = note;
  if (sample.missing !== undefined) {
    reading.missing = sample.missing;
    if (sample.advice !== undefined) reading.advice = sample.advice;
  } else if (Number.isFinite(sample.value)) {
    reading.value = sample.value;
    if (sample.evidence !== undefined) reading.evidence = sample.evidence;
  } else reading.missing = 'failed';
  return reading;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
