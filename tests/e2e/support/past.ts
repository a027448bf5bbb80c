import { join } from 'node:path';
import { RAW_ROW_MS, rowKey } from '../../../src/main/history/buckets.js';
import { saveIncident } from '../../../src/main/history/incidents.js';
import { openHistory } from '../../../src/main/history/open.js';
import { type BatchSeries, ReadingsWriter } from '../../../src/main/history/readings.js';
import { addHappening, beginOnAir, endSpans } from '../../../src/main/history/timeline.js';
import type { IncidentState } from '../../../src/shared/health/state.js';
import type { MetricId } from '../../../src/shared/metrics/dictionary.js';
import { openIncident } from '../../support/incident.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A fault of yesterday, over and done with, as an earlier run left it. */
export function faultOfYesterday(now: number): IncidentState {
  const since = now - 26 * HOUR_MS;
  return openIncident({
    id: 'cpu.temperature@yesterday',
    since,
    openedAt: since + 30_000,
    popupAt: since + 30_000,
    closedAt: since + 40 * MINUTE_MS,
    peak: 93.5,
    range: { low: 50, high: 70 },
    programs: [{ name: 'encoder', value: 61.2, unit: '%' }],
    steps: [{ step: 'vents', at: since + 8 * MINUTE_MS, by: '值班 Ann' }],
  });
}

/** Writes a past of this many days into a user-data folder: two curves, incidents and an evening on air. */
export function writePast(folder: string, days: number, now = Date.now()): IncidentState {
  const db = openHistory(join(folder, 'history.db'));
  const fault = faultOfYesterday(now);
  const slow = openIncident({
    id: 'network.loss@lastWeek',
    clause: 'R1.d',
    part: 'network',
    metric: 'network.loss',
    severity: 'warning',
    level: 'warning',
    since: now - 6 * HOUR_MS,
    openedAt: now - 6 * HOUR_MS + 120_000,
    popupAt: now - 6 * HOUR_MS + 120_000,
    closedAt: now - 5 * HOUR_MS,
    peak: 3.4,
    unit: '%',
    limit: { when: '>', value: 1, of: 'value' },
  });
  const at = minutes(now - days * DAY_MS, now - HOUR_MS);
  try {
    db.transaction(() => {
      new ReadingsWriter(db).write([
        curve('cpu.temperature', at, (time) => heat(time, fault)),
        curve('cpu.load', at, (time) => 35 + 25 * Math.sin(time / 9e6)),
      ]);
      // Single readings are kept for a day only.
      db.run('DELETE FROM raw WHERE id < ?', rowKey(now - DAY_MS, RAW_ROW_MS, 0));
      for (const incident of [fault, slow]) saveIncident(db, incident);
      addHappening(db, { at: fault.openedAt, kind: 'popup', incident: fault.id });
      beginOnAir(db, fault.since - HOUR_MS);
      endSpans(db, fault.since + 3 * HOUR_MS);
    });
  } finally {
    db.close();
  }
  return fault;
}

function minutes(from: number, to: number): number[] {
  return Array.from({ length: Math.floor((to - from) / MINUTE_MS) }, (_, index) => from + index * MINUTE_MS);
}

function curve(metric: MetricId, at: readonly number[], value: (time: number) => number): BatchSeries {
  return { metric, at, values: at.map(value) };
}

/** Warm by day, cool at night, and too hot during the fault. */
function heat(time: number, { since, closedAt }: IncidentState): number {
  const usual = 58 + 8 * Math.sin((time * 2 * Math.PI) / DAY_MS) + (time % 7_000) / 3_500;
  return time >= since && time < (closedAt ?? since) ? usual + 27 : usual;
}
