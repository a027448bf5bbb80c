import { type MetricId, metricSpec } from '../metrics/dictionary.js';
import type { Profile } from '../sop/schema.js';
import type { MetricState } from './state.js';

/** One line of a check: what a clause asks for, and how it was found. */
export interface ChecklistItem {
  readonly clause: string;
  readonly state: MetricState;
}

/**
 * What a check has to say about every clause on the state of the equipment: each metric that it judges or shows, with
 * all its instances, measured or not. Clauses of the preparation that judge metrics come along.
 */
export function checklist(profile: Profile, states: readonly MetricState[], at: number): ChecklistItem[] {
  return profile.clauses.flatMap((clause) => {
    const judged = clause.metrics
      .filter((rule) => rule.instance === undefined)
      .flatMap((rule) => found(rule.metric, states, at, rule.required, clause.id));
    const shown =
      clause.section === 'state'
        ? clause.shows.flatMap((metric) => found(metric, states, at, false, clause.id))
        : [];
    return [...judged, ...shown].map((state) => ({ clause: clause.id, state }));
  });
}

function found(
  metric: MetricId,
  states: readonly MetricState[],
  at: number,
  required: boolean,
  clause: string,
): readonly MetricState[] {
  const own = states.filter((state) => state.metric === metric);
  if (own.length > 0) return own;
  const { unit } = metricSpec(metric);
  const missing = 'unsupported' as const;
  return [
    {
      metric,
      clause,
      value: null,
      unit,
      judgement: 'unknown',
      missing,
      source: 'none',
      at,
      since: at,
      required,
    },
  ];
}
