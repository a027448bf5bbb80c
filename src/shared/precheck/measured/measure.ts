import type { MeasureId } from '../measures.js';
import type { ProblemCode } from '../reasons.js';
import type { Measurement } from '../record/evidence-schema.js';

/** What the measurements of one run have in common. */
export interface Run {
  /** ms since 1970. */
  readonly at: number;
  /** 1, and higher when measured again by itself. */
  readonly attempt?: number;
  /** Id of the device. */
  readonly device?: string;
}

/** What is known besides the value. */
export interface MeasurementDetails {
  /** Why there is no value; only for those without one. */
  readonly missing?: ProblemCode;
  readonly samples?: number;
  readonly evidence?: number;
}

/** A measurement of a run: the value, or the reason why there is none. */
export function measurement(
  measure: MeasureId,
  value: number | null,
  { at, attempt = 1, device }: Run,
  { missing = 'too-short', samples, evidence }: MeasurementDetails = {},
): Measurement {
  return {
    measure,
    value,
    ...(value === null && { missing }),
    at: Math.round(at),
    ...(device !== undefined && { device }),
    ...(samples !== undefined && { samples }),
    ...(evidence !== undefined && { evidence }),
    attempt,
  };
}
