import type { Measurement } from '../record/evidence-schema.js';
import type { Threshold } from '../section.js';
import {
  attemptsOf,
  type BoundLimit,
  boundLimits,
  breached,
  isBorderline,
  measuredValue,
  verdictAt,
} from './limits.js';
import type { Confidence, Evidence, ItemVerdict, MeasureJudgement, Reason } from './types.js';

type Opinion = Pick<MeasureJudgement, 'verdict' | 'confidence' | 'reasons' | 'again'>;

/**
 * Judges one measure for one item.
 * A value near a limit is measured again, up to `repeats` times: two that agree decide; else the median of all does.
 */
export function judgeMeasure(threshold: Threshold, evidence: Evidence, repeats: number): MeasureJudgement {
  const attempts = attemptsOf(evidence, threshold.measure);
  const value = measuredValue(attempts);
  const { measure, required } = threshold;
  const opinion =
    value === null
      ? judgeMissing(threshold, attempts)
      : judgeValue(threshold, attempts, value, evidence, repeats);
  return { measure, value, required, ...opinion };
}

function judgeMissing({ measure, required }: Threshold, attempts: readonly Measurement[]): Opinion {
  const opinion = (verdict: 'pass' | 'unknown' | 'pending', code: Reason['code']): Opinion => {
    // What is optional and can't be had is shown, and decides nothing.
    const reasons = required || verdict === 'pass' ? [{ code, verdict, measure }] : [];
    return { verdict, confidence: 'high', reasons, again: false };
  };
  const last = attempts.at(-1);
  if (!last) return opinion('pending', 'not-measured');
  // A cable has no signal strength: that there is none is the best that can be.
  if (measure === 'network.signal' && last.missing === 'not-present') return opinion('pass', 'wired');
  return opinion('unknown', last.missing ?? 'failed');
}

function judgeValue(
  threshold: Threshold,
  attempts: readonly Measurement[],
  value: number,
  evidence: Evidence,
  repeats: number,
): Opinion {
  const { measure, required } = threshold;
  const limits = boundLimits(threshold, evidence);
  if (
    required &&
    threshold.limits.every(({ of }) => of === 'target') &&
    evidence.targets[measure] === undefined
  )
    return {
      verdict: 'unknown',
      confidence: 'high',
      reasons: [{ code: 'no-target', verdict: 'unknown', measure, value }],
      again: false,
    };
  const known = attempts.filter((one) => one.value !== null);
  const verdicts = known.map((one) => verdictAt(one.value ?? value, one.evidence, limits));
  const agree = new Set(verdicts).size === 1;
  const near = isBorderline(known[0]?.value ?? value, known[0]?.evidence, threshold, limits);
  const open = near && attempts.length <= repeats && (known.length < 2 || !agree);
  if (open)
    return {
      verdict: 'pending',
      confidence: 'low',
      reasons: [{ code: 'borderline', verdict: 'pending', measure, value }],
      again: true,
    };
  const few = known.some(({ samples }) => samples !== undefined && samples < (threshold.minSamples ?? 0));
  const hit = breached(value, leastEvidence(known), limits);
  const verdict: ItemVerdict = hit?.limit.verdict ?? 'pass';
  return {
    verdict,
    confidence: confidenceOf(agree && !few, near),
    reasons: [
      ...(hit ? [limitReason(threshold, value, hit)] : []),
      ...(few ? [{ code: 'few-samples' as const, verdict, measure, value }] : []),
    ],
    again: false,
  };
}

const leastEvidence = (known: readonly Measurement[]): number | undefined => {
  const counts = known.flatMap(({ evidence }) => evidence ?? []);
  return counts.length === 0 ? undefined : Math.min(...counts);
};

function confidenceOf(sound: boolean, near: boolean): Confidence {
  if (!sound) return 'low';
  return near ? 'medium' : 'high';
}

function limitReason({ measure }: Threshold, value: number, { limit, bound }: BoundLimit): Reason {
  return { code: limit.reason, verdict: limit.verdict, measure, value, limit: { when: limit.when, bound } };
}
