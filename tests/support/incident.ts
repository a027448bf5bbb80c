import type { IncidentState } from '../../src/shared/health/state.js';

/** An open fault: a hot processor unless said otherwise. */
export function openIncident(more: Partial<IncidentState> = {}): IncidentState {
  return {
    id: 'cpu.temperature@1000',
    clause: 'R1.a',
    part: 'computer',
    metric: 'cpu.temperature',
    level: 'fault',
    severity: 'fault',
    since: 0,
    openedAt: 1_000,
    popupAt: 1_000,
    closedAt: null,
    samples: 60,
    peak: 91,
    unit: '°C',
    limit: { when: '>=', value: 85, of: 'value' },
    ...more,
  };
}
