import { compare } from '../../sop/compare.js';
import type { MeasureId } from '../measures.js';
import type { Measurement } from '../record/evidence-schema.js';
import type { MeasureCondition, PrecheckLimit, Threshold } from '../section.js';
import type { Evidence } from './types.js';

/** A limit with its bound in the measure's unit. */
export interface BoundLimit {
  readonly limit: PrecheckLimit;
  readonly bound: number;
}

/** Median of the attempts that gave a value; null: none did. */
export function measuredValue(attempts: readonly Measurement[]): number | null {
  const values = attempts.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const middle = values.length / 2;
  const low = values[Math.ceil(middle) - 1];
  const high = values[Math.floor(middle)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** The attempts at one measure, in their order. */
export function attemptsOf(evidence: Evidence, measure: MeasureId): readonly Measurement[] {
  return evidence.measurements
    .filter((one) => one.measure === measure)
    .toSorted((a, b) => a.attempt - b.attempt);
}

/** The limits of a threshold that apply, those of a fail first. */
export function boundLimits(threshold: Threshold, evidence: Evidence): readonly BoundLimit[] {
  return threshold.limits
    .filter(({ unless }) => !unless?.some((condition) => holds(condition, evidence)))
    .flatMap((limit) => {
      const bound = boundOf(limit, threshold.measure, evidence);
      return bound === undefined ? [] : [{ limit, bound }];
    })
    .toSorted((a, b) => rank(a.limit) - rank(b.limit));
}

/** The worst limit that a value breaches; undefined: none. */
export function breached(
  value: number,
  evidence: number | undefined,
  limits: readonly BoundLimit[],
): BoundLimit | undefined {
  return limits.find(({ limit, bound }) => {
    const backed = limit.minEvidence === undefined || (evidence ?? Infinity) >= limit.minEvidence;
    return backed && compare(value, limit.when, bound);
  });
}

/** The verdict of a value by itself. */
export function verdictAt(
  value: number,
  evidence: number | undefined,
  limits: readonly BoundLimit[],
): 'pass' | 'warn' | 'fail' {
  return breached(value, evidence, limits)?.limit.verdict ?? 'pass';
}

/**
 * Whether a value is so near to a limit that it wants to be measured again. A limit whose two sides have the same verdict,
 * because a worse one holds on both, does not count.
 */
export function isBorderline(
  value: number,
  evidence: number | undefined,
  threshold: Threshold,
  limits: readonly BoundLimit[],
): boolean {
  const { borderline = 0, borderlineShare = 0 } = threshold;
  return limits.some(({ bound }) => {
    const distance = Math.max(borderline, borderlineShare * Math.abs(bound));
    if (distance === 0 || Math.abs(value - bound) > distance) return false;
    const step = 1e-9 * Math.max(1, Math.abs(bound));
    return verdictAt(bound - step, evidence, limits) !== verdictAt(bound + step, evidence, limits);
  });
}

const rank = ({ verdict }: PrecheckLimit) => (verdict === 'fail' ? 0 : 1);

function holds({ measure, when, value }: MeasureCondition, evidence: Evidence): boolean {
  const measured = measuredValue(attemptsOf(evidence, measure));
  return measured !== null && compare(measured, when, value);
}

function boundOf(
  { of, value }: PrecheckLimit,
  measure: MeasureId,
  { targets, baseline }: Evidence,
): number | undefined {
  if (of === 'value') return value;
  const base = of === 'target' ? targets[measure] : baseline[measure];
  if (base === undefined) return undefined;
  return of === 'baselineRise' ? base + value : base * value;
}
