import type { MetricId, Unit } from '../metrics/dictionary.js';
import type { MissingCode } from '../metrics/reading.js';
import type { Bounds } from '../sop/profile-index.js';
import type { Limit, Part } from '../sop/schema.js';
import type { Judgement } from './judgement.js';

/** The judged state of one series, as everybody outside the station sees it. */
export interface MetricState {
  readonly metric: MetricId;
  readonly instance?: string;
  /** Clause that judges it; undefined when the profile has none. */
  readonly clause?: string;
  readonly value: number | null;
  readonly unit: Unit;
  readonly judgement: Judgement;
  readonly missing?: MissingCode;
  readonly source: string;
  readonly note?: string;
  /** Time of the reading. */
  readonly at: number;
  /** Since when the judgement is what it is. */
  readonly since: number;
  readonly required: boolean;
  /** IT accepted that this station cannot measure it; it is out of the verdict. */
  readonly accepted?: true;
  /** Normal range for the band on the card. */
  readonly range?: Bounds;
  readonly limit?: Pick<Limit, 'when' | 'value' | 'of'>;
}

/** The judged state of one part of the station. */
export interface PartState {
  readonly part: Part;
  /** Leading clause, `R1.a`. */
  readonly clause: string;
  readonly judgement: Judgement;
  readonly since: number;
  readonly metrics: readonly MetricState[];
}

/** An incident, open or closed. Times are those of readings, ms since 1970. */
export interface IncidentState {
  readonly id: string;
  readonly clause: string;
  readonly part: Part;
  readonly metric: MetricId;
  readonly instance?: string;
  /** Present level. */
  readonly level: 'warning' | 'fault';
  /** Highest level so far. */
  readonly severity: 'warning' | 'fault';
  readonly since: number;
  readonly openedAt: number;
  /** null: suppressed by the flood limit. */
  readonly popupAt: number | null;
  readonly closedAt: number | null;
  /** When somebody said to have seen it, by the station's clock. */
  readonly acknowledgedAt?: number;
  /** Worst value, in the metric's unit. */
  readonly peak: number;
  readonly unit: Unit;
  /** Limit that opened it. */
  readonly limit?: Pick<Limit, 'when' | 'value' | 'of'>;
  readonly range?: Bounds;
  readonly note?: string;
}

/** The station's verdict with what decided it. */
export interface Verdict {
  readonly judgement: Exclude<Judgement, 'advisory'>;
  /** Since when the judgement is what it is, by the station's clock. */
  readonly since: number;
  /** Open incident that decided a fault or warning: the worst, then the oldest. */
  readonly incident?: string;
  /** Required metrics that are missing. */
  readonly missing: readonly MetricId[];
  /** Series that are only advisory now. */
  readonly advisories: number;
  /** Optional metrics that can't be read. */
  readonly unreadable: number;
  /** Metrics that IT accepted as not monitored. */
  readonly accepted: readonly MetricId[];
}

/** What happened at one commit. */
export type StationEvent =
  | {
      readonly type: 'opened' | 'raised' | 'lowered' | 'acknowledged' | 'closed';
      readonly at: number;
      readonly incident: IncidentState;
    }
  /** Popups were suppressed because too many came at once; sent once per flood. */
  | { readonly type: 'flood'; readonly at: number }
  | { readonly type: 'popup'; readonly at: number; readonly incident: IncidentState }
  | { readonly type: 'verdict'; readonly at: number; readonly judgement: Verdict['judgement'] };
