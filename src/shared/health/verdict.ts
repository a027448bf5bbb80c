import type { MetricId } from '../metrics/dictionary.js';
import type { IncidentState, MetricState, PartState, Verdict } from './state.js';

/**
 * The station's verdict by the procedure: `fault` if any fault is open; else `unknown` if a required reading is
 * missing; else `warning`; else `ok`. Advisories and unreadable optional metrics are counted, so that they are said.
 * @param open incidents, oldest first
 * @param missing required metrics that are missing and not accepted
 */
export function stationVerdict(
  open: readonly IncidentState[],
  missing: readonly MetricId[],
  metrics: readonly MetricState[],
  accepted: readonly MetricId[],
): Omit<Verdict, 'since'> {
  const fault = open.find((incident) => incident.level === 'fault');
  const warning = open.find((incident) => incident.level === 'warning');
  const judgement = fault ? 'fault' : missing.length > 0 ? 'unknown' : warning ? 'warning' : 'ok';
  const incident = fault ?? (judgement === 'warning' ? warning : undefined);
  return {
    judgement,
    ...(incident && { incident: incident.id }),
    missing,
    advisories: metrics.filter((metric) => metric.judgement === 'advisory').length,
    unreadable: metrics.filter(isUnreadable).length,
    accepted,
  };
}

/** Whether an optional reading is lacking; where there is nothing to read, as with a disk at rest, none is. */
function isUnreadable({ judgement, required, accepted, missing }: MetricState): boolean {
  return (
    judgement === 'unknown' && !required && !accepted && missing !== 'not-present' && missing !== 'warming-up'
  );
}

/** Whether a value is only not there yet. */
export function isWarmingUp(state: MetricState | undefined): boolean {
  return state?.missing === 'warming-up';
}

/** Required readings that can't be had. What is being read for the first time is not missing, only not there yet. */
export function unreadableMetrics(
  verdict: Pick<Verdict, 'missing'>,
  parts: readonly PartState[],
): MetricId[] {
  const states = parts.flatMap((part) => part.metrics);
  return verdict.missing.filter((metric) => !isWarmingUp(states.find((state) => state.metric === metric)));
}

/**
 * The verdict of a one-shot check, which has no time for incidents: the judgements themselves decide.
 * Exit status and JSON of the command follow from it.
 */
export function momentaryVerdict(
  metrics: readonly MetricState[],
  missing: readonly MetricId[],
): Verdict['judgement'] {
  const counted = metrics.filter((metric) => !metric.accepted);
  if (counted.some((metric) => metric.judgement === 'fault')) return 'fault';
  if (missing.length > 0) return 'unknown';
  return counted.some((metric) => metric.judgement === 'warning') ? 'warning' : 'ok';
}
