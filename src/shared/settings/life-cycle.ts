import type { LifeCycle } from '../health/life-cycle.js';
import type { Settings } from './schema.js';

const MINUTE_MS = 60_000;

/** The life of incidents as the settings have it. */
export function lifeCycleOf(
  settings: Pick<Settings, 'reopenMinutes' | 'escalateMinutes' | 'mutes'>,
): LifeCycle {
  const { reopenMinutes, escalateMinutes, mutes } = settings;
  return {
    reopenMs: reopenMinutes * MINUTE_MS,
    escalateMs: escalateMinutes === 0 ? null : escalateMinutes * MINUTE_MS,
    muted: Object.fromEntries(Object.entries(mutes).map(([clause, { until }]) => [clause, until])),
  };
}
