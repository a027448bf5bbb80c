import type { MetricState, PartState } from '../../../../../shared/health/state.js';
import { isWarmingUp } from '../../../../../shared/health/verdict.js';
import { METRIC_IDS, type MetricId } from '../../../../../shared/metrics/dictionary.js';
import type { Settings } from '../../../../../shared/settings/schema.js';
import { isAnswered } from '../../dashboard/card-content.js';

/** A metric that is not monitored, or could be accepted as such. */
export interface Candidate {
  readonly metric: MetricId;
  /** Why it is missing now; undefined when it is accepted and can be read. */
  readonly missing?: MetricState['missing'];
}

/** Metrics that are accepted or that nothing can be read of now, in the order of the dictionary. */
export function candidates(
  parts: readonly PartState[],
  accepted: Settings['accepted'],
): readonly Candidate[] {
  const states = parts.flatMap((part) => part.metrics);
  return METRIC_IDS.flatMap((metric) => {
    const own = states.filter((state) => state.metric === metric);
    const missing = own.length > 0 && own.every(isLacking) ? own[0]?.missing : undefined;
    if (missing === undefined && !accepted[metric]) return [];
    return [{ metric, ...(missing !== undefined && { missing }) }];
  });
}

/** A value that is only not there yet is no lack, nor is one whose absence is the answer. */
const isLacking = (state: MetricState): boolean =>
  state.value === null && !isWarmingUp(state) && !isAnswered(state);

/** All that is accepted, with or without this metric. */
export function withAccepted(
  all: Settings['accepted'],
  metric: MetricId,
  acceptance: Settings['accepted'][MetricId] | undefined,
): Settings['accepted'] {
  const { [metric]: _, ...others } = all;
  return acceptance ? { ...others, [metric]: acceptance } : others;
}
