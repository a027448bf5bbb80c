import type { Series } from './series.js';
import type { MetricState } from './state.js';

/** What is told of series. As long as nothing about one changed it is the same object: several ask at every tick. */
export class MetricStates {
  private readonly told = new WeakMap<Series, { readonly from: Facts; readonly state: MetricState }>();

  /** The state of a series. @param accepted whether IT accepted its metric as not monitored */
  of(series: Series, accepted: boolean): MetricState {
    const from = factsOf(series, accepted);
    const before = this.told.get(series);
    if (before?.from.every((fact, index) => fact === from[index])) return before.state;
    const state = describe(series, accepted);
    this.told.set(series, { from, state });
    return state;
  }
}

type Facts = readonly unknown[];

/** Everything that {@link describe} looks at. */
const factsOf = (
  { reading, resolved, judgement, judged, judgedSince, gone }: Series,
  accepted: boolean,
): Facts => [reading, resolved, judgement, judged.limit, judgedSince, gone, accepted];

function describe(
  { metric, instance, reading, resolved, judgement, judged, judgedSince, gone }: Series,
  accepted: boolean,
): MetricState {
  return {
    metric,
    ...(instance !== undefined && { instance }),
    ...(resolved && { clause: resolved.clause.id }),
    value: reading.value,
    unit: reading.unit,
    judgement,
    ...(reading.missing && { missing: reading.missing }),
    ...(reading.advice && reading.value === null && { advice: reading.advice }),
    source: reading.source,
    ...(reading.note !== undefined && { note: reading.note }),
    at: reading.at,
    since: judgedSince,
    required: resolved?.rule.required ?? false,
    ...(accepted && { accepted: true as const }),
    ...(resolved?.range && { range: resolved.range }),
    ...(judged.limit && { limit: judged.limit }),
    ...(gone !== undefined && { gone }),
  };
}
