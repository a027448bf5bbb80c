import type { UsualValue } from '../baseline/schema.js';
import type { MetricId } from '../metrics/dictionary.js';
import { compare } from '../sop/compare.js';
import type { Condition, Limit, Rule, Severity } from '../sop/schema.js';
import { type Judgement, type Level, levelOf } from './judgement.js';

/** What a judgement depends on besides the value itself. */
export interface JudgeContext {
  readonly onAir: boolean;
  /** Whether the station's baseline has a device of this kind. */
  readonly hasBaseline: boolean;
  /** What the baseline says is usual for this series; undefined: nothing. */
  readonly usual?: Pick<UsualValue, 'value' | 'spread'> | undefined;
  /** What the platform wants to be sent, bytes/s; undefined: nobody named one. */
  readonly bitrate?: number | undefined;
  /** How far apart the last values are; undefined: too few to say. */
  readonly spread?: number | undefined;
  /** Whether the series is a device of the baseline that is gone; then only that is judged, by the value 0. */
  readonly gone?: boolean;
  /** Latest known value of a metric's leading series; null when it is not known. */
  readonly latest: (metric: MetricId) => number | null;
  /** What a counter gained within the growth window. */
  readonly growth: number;
  /** Events behind the value; undefined where the source does not count them. */
  readonly evidence: number | undefined;
}

/** A limit that was breached. */
export interface BreachedLimit extends Limit {
  /** What is usual, where the limit goes by the baseline: the usual value, or the usual spread. */
  readonly usual?: number;
}

/** Result of judging one value. */
export interface Judged {
  readonly judgement: Judgement;
  /** The limit that was breached; the most severe one. */
  readonly limit?: BreachedLimit;
  /** Alarm level when the value inside the recovery margin still counts as breaching. */
  readonly heldLevel: Level;
}

const RANK: Readonly<Record<Severity, number>> = { advisory: 1, warning: 2, fault: 3 };
/** Recovery margin of limits that go by the baseline, as a share of the bound (ours): their scale is the station's. */
export const RELATIVE_MARGIN = 0.05;

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
    const measured = measure(limit, value, context);
    const bound = boundOf(limit, context);
    if (compare(measured, limit.when, bound)) {
      if (!worstSeverity || RANK[severity] > RANK[worstSeverity]) {
        worst = limit;
        worstSeverity = severity;
      }
    } else if (limit.of === 'growth' || !compare(measured, limit.when, widened(limit, bound, margin))) {
      continue;
    }
    heldLevel = Math.max(heldLevel, levelOf(severity)) as Level;
  }
  if (!worst || !worstSeverity) return heldLevel === 0 ? OK : { judgement: 'ok', heldLevel };
  const usual = usualFor(worst, context);
  const limit = usual === undefined ? worst : { ...worst, usual };
  return { judgement: worstSeverity, limit, heldLevel };
}

/** The bound moved towards the normal side by the margin. */
function widened(limit: Limit, bound: number, margin: number): number {
  const by = isRelative(limit) ? Math.abs(bound) * RELATIVE_MARGIN : margin;
  return limit.when.startsWith('>') ? bound - by : bound + by;
}

/** Whether a limit goes by what is usual here. */
function isRelative({ of }: Limit): boolean {
  return of === 'baseline' || of === 'spread' || of === 'bitrate';
}

function measure(limit: Limit, value: number, context: JudgeContext): number {
  if (limit.of === 'growth') return context.growth;
  return limit.of === 'spread' ? (context.spread ?? 0) : value;
}

/** What is usual for what a limit measures; undefined: it does not go by that, or nobody knows. */
function usualFor({ of }: Limit, { usual, bitrate }: JudgeContext): number | undefined {
  if (of === 'bitrate') return bitrate;
  if (of === 'baseline') return usual?.value;
  return of === 'spread' ? usual?.spread : undefined;
}

/** The number that a limit stands at: for a relative one the usual times its factor, at least so far away. */
function boundOf(limit: Limit, context: JudgeContext): number {
  const usual = usualFor(limit, context);
  if (usual === undefined) return limit.value;
  const { atLeast = 0 } = limit;
  const bound = usual * limit.value;
  return limit.when.startsWith('>') ? Math.max(bound, usual + atLeast) : Math.min(bound, usual - atLeast);
}

function applies(limit: Limit, context: JudgeContext): boolean {
  if ((limit.of === 'presence') !== (context.gone ?? false)) return false;
  if (isRelative(limit) && usualFor(limit, context) === undefined) return false;
  if (limit.of === 'spread' && context.spread === undefined) return false;
  if (limit.onAir && !context.onAir) return false;
  if (limit.while && !known(limit.while, context)) return false;
  if (limit.unless && known(limit.unless, context)) return false;
  return (
    limit.minEvidence === undefined || context.evidence === undefined || context.evidence >= limit.minEvidence
  );
}

function known(condition: Condition, context: JudgeContext): boolean {
  const value = context.latest(condition.metric);
  return value !== null && compare(value, condition.when, condition.value);
}
