import type { IncidentState } from '../../shared/health/state.js';

const MINUTE = 60_000;

/** A fault that nobody has, to show what a popup looks like. @param now the station's clock, ms since 1970 */
export function sampleIncident(now: number): IncidentState {
  return {
    id: 'sample',
    clause: 'R1.a',
    part: 'computer',
    metric: 'cpu.temperature',
    level: 'fault',
    severity: 'fault',
    since: now - 4 * MINUTE,
    openedAt: now - 3 * MINUTE,
    popupAt: now,
    closedAt: null,
    samples: 120,
    peak: 91,
    unit: '°C',
    limit: { when: '>=', value: 85, of: 'value' },
    range: { low: 50, high: 70 },
  };
}
