import { isStarting } from '../../../../shared/health/sentences.js';
import type { MetricState } from '../../../../shared/health/state.js';
import type { MonitorSnapshot } from '../../../../shared/ipc/contract.js';

/** Whether a value is only not there yet. */
export function isWarmingUp(state: MetricState | undefined): boolean {
  return state?.missing === 'warming-up';
}

/**
 * Whether the station's state is unknown only because the first readings are under way. Then the page says so calmly,
 * instead of naming what "cannot be read" for two seconds after every start.
 */
export function isSettling(snapshot: MonitorSnapshot): boolean {
  const { verdict, parts } = snapshot;
  if (isStarting(snapshot)) return snapshot.sampler.state !== 'ended';
  if (verdict.judgement !== 'unknown') return false;
  const states = parts.flatMap((part) => part.metrics);
  return verdict.missing.every((metric) => {
    const state = states.find((one) => one.metric === metric);
    return state ? isWarmingUp(state) : snapshot.sampler.state === 'starting';
  });
}
