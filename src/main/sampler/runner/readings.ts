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

/** Makes a reading of a sample. A value that is no finite number is a failed one: never let it through. */
export function stamp(sample: Sample, at: number): Reading {
  const instance = shortText(sample.instance);
  const note = shortText(sample.note);
  const head = {
    metric: sample.metric,
    unit: METRICS[sample.metric].unit,
    at,
    source: shortText(sample.source) ?? 'none',
    ...(instance === undefined ? {} : { instance }),
    ...(note === undefined ? {} : { note }),
  };
  if (sample.missing !== undefined)
    return sample.advice === undefined
      ? { ...head, value: null, missing: sample.missing }
      : { ...head, value: null, missing: sample.missing, advice: sample.advice };
  if (!Number.isFinite(sample.value)) return { ...head, value: null, missing: 'failed' };
  return sample.evidence === undefined
    ? { ...head, value: sample.value }
    : { ...head, value: sample.value, evidence: sample.evidence };
}
