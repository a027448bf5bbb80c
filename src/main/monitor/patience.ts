import { METRIC_IDS, type MetricId } from '../../shared/metrics/dictionary.js';
import type { SamplerCommand, UrgentMetric } from '../../shared/sampler/protocol.js';
import type { ProfileIndex } from '../../shared/sop/profile-index.js';
import type { Rule } from '../../shared/sop/schema.js';

/** How long readings may wait for each other. */
export type Patience = Extract<SamplerCommand, { type: 'patience' }>;

/**
 * Longest that readings wait for each other, ms (ours): a verdict that changes without an alarm is no later than this.
 * Off air it is just below the hold of most rules (shorter ones are urgent): nobody depends on the station then.
 */
export const LONGEST_PATIENCE_MS = { onAir: 9_500, offAir: 29_500 } as const;

/** A program that begins to use the camera is a reason to offer going on air, which must come at once. */
const OFFER: MetricId = 'camera.inUse';

/** Metrics that the program itself goes by, judged or not: its own cost, what a temperature is compared at, the offer to go on air. */
const USED: readonly MetricId[] = ['self.cpu', 'self.memory', 'self.delay', 'cpu.load', OFFER];

/** How much earlier than a hold ends its first reading must be known, ms: time to ask for haste. */
const HASTE_MS = 500;

/** Every reading is told at once. */
export const NO_PATIENCE: Patience = { type: 'patience', ms: 0, urgent: [], idle: [] };

/** What decides how long readings may wait. */
export interface CalmOptions {
  readonly onAir: boolean;
  /** What IT accepted as not monitored. */
  readonly accepted: readonly MetricId[];
}

/**
 * The patience of a station where nobody looks and no hold runs. A breach is heard of before its hold is over, and
 * from then on every reading at once, so that an incident opens at the same reading as without patience; where the
 * hold is too short for that, changes of the metric are urgent. What no rule judges is idle, like what IT accepted as
 * not monitored.
 */
export function calmPatience(
  index: Pick<ProfileIndex, 'rulesHeldBelow' | 'judges'>,
  { onAir, accepted }: CalmOptions,
): Patience {
  const ms = LONGEST_PATIENCE_MS[onAir ? 'onAir' : 'offAir'];
  const urgent = new Map<string, UrgentMetric>(onAir ? [] : [[OFFER, { metric: OFFER }]]);
  for (const rule of index.rulesHeldBelow(ms + HASTE_MS)) {
    const band = dullBand(rule);
    const other = urgent.get(rule.metric);
    urgent.set(rule.metric, other ? overlap(other, band) : band);
  }
  const idle = METRIC_IDS.filter(
    (metric) => !USED.includes(metric) && (accepted.includes(metric) || !index.judges(metric)),
  );
  return { type: 'patience', ms, urgent: [...urgent.values()], idle };
}

/** Values that no limit of a rule can concern, whatever else is so; no band: every change may matter. */
function dullBand({ metric, limits: all }: Rule): UrgentMetric {
  // Presence judges no value; that a device no longer has one is urgent in any case.
  const limits = all.filter(({ of }) => of !== 'presence');
  if (limits.length === 0) return { metric, high: Number.MAX_VALUE };
  if (limits.some(({ of }) => of !== 'value')) return { metric };
  const above = limits.filter(({ when }) => when.startsWith('>')).map(({ value }) => value);
  const below = limits.filter(({ when }) => when.startsWith('<')).map(({ value }) => value);
  return {
    metric,
    ...(below.length > 0 && { low: Math.max(...below) }),
    ...(above.length > 0 && { high: Math.min(...above) }),
  };
}

/** What is dull for both; of two bands that do not meet, nothing is. */
function overlap(a: UrgentMetric, b: UrgentMetric): UrgentMetric {
  const isOpen = (one: UrgentMetric): boolean => one.low === undefined && one.high === undefined;
  if (isOpen(a) || isOpen(b)) return { metric: a.metric };
  return {
    metric: a.metric,
    low: Math.max(a.low ?? Number.NEGATIVE_INFINITY, b.low ?? Number.NEGATIVE_INFINITY),
    high: Math.min(a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY),
  };
}
