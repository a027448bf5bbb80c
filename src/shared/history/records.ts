import { handlingOf } from '../health/life-cycle.js';
import type { IncidentState } from '../health/state.js';
import type { MetricId } from '../metrics/dictionary.js';
import type { Part } from '../sop/schema.js';
import type { StoredSeries } from './series.js';

/** Where an incident stands, for filters: what people said of it, else `closed` once it is over by itself. */
export const RECORD_STATES = ['open', 'acknowledged', 'resolved', 'false-alarm', 'closed'] as const;

/** One of {@link RECORD_STATES}. */
export type RecordState = (typeof RECORD_STATES)[number];

/** Where an incident stands now. */
export function recordState(incident: IncidentState): RecordState {
  if (incident.resolution) return incident.resolution.kind;
  return incident.closedAt === null ? handlingOf(incident) : 'closed';
}

/** Most incidents of one answer. */
export const INCIDENTS_LIMIT = 1_000;

/** Which incidents are wanted: those that were open at some moment from `from` until before `to`, ms since 1970. */
export interface IncidentQuery {
  readonly from: number;
  readonly to: number;
  readonly part?: Part;
  readonly metric?: MetricId;
  readonly severity?: IncidentState['severity'];
  readonly state?: RecordState;
}

/** What happened once, beside incidents themselves. */
export interface Happening {
  readonly at: number;
  readonly kind: HappeningKind;
  /** Id of the incident that it is about. */
  readonly incident?: string;
  /** Who did it. */
  readonly by?: string;
  /** What else there is to know: a reason, a version. */
  readonly detail?: string;
}

/** Kinds of {@link Happening}. */
export const HAPPENING_KINDS = [
  'popup',
  'flood',
  'acknowledged',
  /** The system started, as far as its own clock says. */
  'boot',
  /** A defect or a process of ours that ended by itself. */
  'crash',
  /** The program was there and then was not, without having been ended: power, force, or the system's end. */
  'cut-off',
] as const;

/** One of {@link HAPPENING_KINDS}. */
export type HappeningKind = (typeof HAPPENING_KINDS)[number];

/** Time during which something held. */
export interface Span {
  readonly kind: 'on-air' | 'run';
  readonly from: number;
  /** While it lasts, and after a cut-off: the last moment that is proven, at most a minute ago. */
  readonly to: number;
  readonly lasting: boolean;
}

/** What stands beside the readings of a stretch of time. */
export interface Timeline {
  readonly spans: readonly Span[];
  readonly happenings: readonly Happening[];
}

/** How the history itself is doing. */
export interface HistoryStatus {
  /** `off`: a replay writes none. `memory`: it can't be written now, and the newest part is kept in memory. */
  readonly state: 'off' | 'starting' | 'stored' | 'memory';
  readonly file: string;
  /** Size of the database on disk, bytes. */
  readonly bytes: number;
  /** Why it can't be written, for IT. */
  readonly problem?: string;
  /** Begin of the oldest stretch that is kept, ms since 1970; null: nothing is. */
  readonly oldest: number | null;
  readonly series: readonly StoredSeries[];
}
