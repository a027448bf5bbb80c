import type { IncidentState, MetricState } from '../../shared/health/state.js';
import type { BaselineView } from '../../shared/ipc/contract.js';
import { type ReportStation, type ReportView, stretchAround } from '../../shared/report/view.js';
import type { HistoryClient } from '../history/client.js';

/** What a report is gathered from. */
export interface ReportSources {
  readonly ask: HistoryClient['ask'];
  readonly station: ReportStation;
  readonly baseline: BaselineView['current'];
  /** Every series as it is now. */
  readonly states: readonly MetricState[];
  /** ms since 1970. */
  readonly now: number;
}

/** Rows of the chart: paper is no wider. */
const POINTS = 800;

/** Gathers everything about an incident. @throws Error when the history can't be read */
export async function gatherReport(incident: IncidentState, sources: ReportSources): Promise<ReportView> {
  const { ask, station, baseline, states, now } = sources;
  const stretch = stretchAround(incident, now);
  const { metric, instance } = incident;
  const series = { metric, ...(instance !== undefined && { instance }) };
  const [answer, timeline] = await Promise.all([
    ask({
      type: 'series',
      query: { ...series, ...stretch, maxPoints: POINTS },
      now,
    }),
    ask({ type: 'timeline', ...stretch }),
  ]);
  const state = states.find((one) => one.metric === metric && one.instance === instance);
  return {
    at: now,
    incident,
    stretch,
    series: answer,
    timeline,
    station,
    baseline: baseline && { at: baseline.at, by: baseline.by },
    devices: baseline?.devices ?? [],
    source: state ? { source: state.source, ...(state.note !== undefined && { note: state.note }) } : null,
  };
}
