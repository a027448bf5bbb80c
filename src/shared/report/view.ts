import type { Baseline, BaselineDevice } from '../baseline/schema.js';
import type { IncidentState, MetricState } from '../health/state.js';
import type { Timeline } from '../history/records.js';
import type { SeriesAnswer } from '../history/series.js';

/** Everything that the report of one incident is made from. Times are wall time, ms since 1970. */
export interface ReportView {
  /** When the report was made. */
  readonly at: number;
  readonly incident: IncidentState;
  /** Stretch of time around the incident that the chart shows. */
  readonly stretch: { readonly from: number; readonly to: number };
  readonly series: SeriesAnswer;
  readonly timeline: Timeline;
  readonly station: ReportStation;
  /** The baseline in force when the report was made; null: none. */
  readonly baseline: Pick<Baseline, 'at' | 'by'> | null;
  /** Devices of that baseline. */
  readonly devices: readonly BaselineDevice[];
  /** Where the readings come from now; null: they are not read any more. */
  readonly source: Pick<MetricState, 'source' | 'note'> | null;
}

/** Which station a report is about. */
export interface ReportStation {
  readonly name: string;
  /** What the system calls this computer. */
  readonly computer: string;
  readonly os: string;
  /** Version of this program. */
  readonly version: string;
}

/** Least time that is shown before and after an incident, ms. */
const MARGIN_MS = 10 * 60_000;

/** The stretch of time around an incident: half of its length on both sides, ten minutes at least. */
export function stretchAround(
  { since, closedAt }: Pick<IncidentState, 'since' | 'closedAt'>,
  now: number,
): ReportView['stretch'] {
  const end = Math.max(since, closedAt ?? now);
  const margin = Math.max(MARGIN_MS, Math.round((end - since) / 2));
  return { from: Math.max(0, since - margin), to: Math.min(end + margin, Math.max(now, end) + 1) };
}
