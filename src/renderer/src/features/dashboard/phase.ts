import { isStarting } from '../../../../shared/health/sentences.js';
import { unreadableMetrics } from '../../../../shared/health/verdict.js';
import type { MonitorSnapshot } from '../../../../shared/ipc/contract.js';

/**
 * Whether the station's state is unknown only because the first readings are under way. Then the page says so calmly,
 * instead of naming what "cannot be read" for two seconds after every start.
 */
export function isSettling(snapshot: MonitorSnapshot): boolean {
  const { verdict, parts } = snapshot;
  if (isStarting(snapshot)) return snapshot.sampler.state !== 'ended';
  if (verdict.judgement !== 'unknown') return false;
  const states = parts.flatMap((part) => part.metrics);
  return unreadableMetrics(verdict, parts).every(
    (metric) => snapshot.sampler.state === 'starting' && !states.some((state) => state.metric === metric),
  );
}
