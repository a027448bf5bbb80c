import type { MetricState, PartState } from '../../../../shared/health/state.js';

/** Whether two states of a part look the same on its card, which does not show when each value was read. */
export function isSameCard(a: PartState, b: PartState): boolean {
  return (
    a.clause === b.clause &&
    a.judgement === b.judgement &&
    a.since === b.since &&
    a.metrics.length === b.metrics.length &&
    a.metrics.every((state, index) => isSameState(state, b.metrics[index]))
  );
}

/** Whether two states of a series look the same on a card. */
export function isSameState(a: MetricState, b: MetricState | undefined): boolean {
  if (a === b) return true;
  return (
    b !== undefined &&
    a.value === b.value &&
    a.metric === b.metric &&
    a.instance === b.instance &&
    a.judgement === b.judgement &&
    a.missing === b.missing &&
    a.note === b.note &&
    a.accepted === b.accepted &&
    a.gone === b.gone &&
    a.required === b.required &&
    a.range?.low === b.range?.low &&
    a.range?.high === b.range?.high &&
    a.limit?.when === b.limit?.when &&
    a.limit?.value === b.limit?.value &&
    a.limit?.of === b.limit?.of &&
    a.limit?.usual === b.limit?.usual
  );
}
