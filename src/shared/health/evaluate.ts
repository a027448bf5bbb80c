import type { MetricId } from '../metrics/dictionary.js';
import type { Condition, Limit, Rule, Severity } from '../sop/schema.js';
import { type Judgement, type Level, levelOf } from './judgement.js';

/** What a judgement depends on besides the value itself. */
export interface JudgeContext {
  readonly onAir: boolean;
  /** Whether IT has stored how this station should be. */
  readonly hasBaseline: boolean;
  /** Latest known value of a metric's leading series; null when it is not known. */
  readonly latest: (metric: MetricId) => number | null;
  /** What a counter gained within the growth window. */
  readonly growth: number;
  /** Events behind the value; undefined where the source does not count them. */
  readonly evidence: number | undefined;
}

/** Result of judging one value. */
export interface Judged {
  readonly judgement: Judgement;
  /** The limit that was breached; the most severe one. */
  readonly limit?: Limit;
  /** Alarm level when the value inside the recovery margin still counts as breaching. */
  readonly heldLevel: Level;
}

const RANK: Readonly<Record<Severity, number>> = { advisory: 1, warning: 2, fault: 3 };
const OK: Judged = { judgement: 'ok', heldLevel: 0 };
const UNKNOWN: Judged = { judgement: 'unknown', heldLevel: 0 };

/**
 * Judges one value by its rule. `margin` widens every limit for `heldLevel`.
 * Anything but a finite number is `unknown`: never ok, never a fault.
 */
export function evaluate(rule: Rule, value: unknown, margin: number, context: JudgeContext): Judged {
  if (typeof value !== 'number' || !Number.isFinite(value)) return UNKNOWN;
  let worst: Limit | undefined;
  let worstSeverity: Severity | undefined;
  let heldLevel: Level = 0;
  for (const limit of rule.limits) {
    if (!applies(limit, context)) continue;
    const severity = context.hasBaseline ? limit.severity : (limit.withoutBaseline ?? limit.severity);
    const measured = limit.of === 'growth' ? context.growth : value;
    if (holds(measured, limit.when, limit.value)) {
      if (!worstSeverity || RANK[severity] > RANK[worstSeverity]) {
        worst = limit;
        worstSeverity = severity;
      }
    } else if (limit.of === 'growth' || !holds(measured, limit.when, widened(limit, margin))) {
      continue;
    }
    heldLevel = Math.max(heldLevel, levelOf(severity)) as Level;
  }
  if (!worst || !worstSeverity) return heldLevel === 0 ? OK : { judgement: 'ok', heldLevel };
  return { judgement: worstSeverity, limit: worst, heldLevel };
}

/** The limit moved towards the normal side by the margin. */
function widened(limit: Limit, margin: number): number {
  return limit.when.startsWith('>') ? limit.value - margin : limit.value + margin;
}

function applies(limit: Limit, context: JudgeContext): boolean {
  if (limit.onAir && !context.onAir) return false;
  if (limit.while && !known(limit.while, context)) return false;
  if (limit.unless && known(limit.unless, context)) return false;
  return (
    limit.minEvidence === undefined || context.evidence === undefined || context.evidence >= limit.minEvidence
  );
}

function known(condition: Condition, context: JudgeContext): boolean {
  const value = context.latest(condition.metric);
  return value !== null && holds(value, condition.when, condition.value);
}

function holds(value: number, when: Limit['when'], bound: number): boolean {
  switch (when) {
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
  }
}
