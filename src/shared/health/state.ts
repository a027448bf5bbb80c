import type { AdviceCode } from '../metrics/advice.js';
import type { MetricId, Unit } from '../metrics/dictionary.js';
import type { MissingCode } from '../metrics/reading.js';
import type { Bounds } from '../sop/profile-index.js';
import type { Part } from '../sop/schema.js';
import type { BreachedLimit } from './evaluate.js';
import type { Judgement } from './judgement.js';

/** A breached limit as it is shown. */
export type ShownLimit = Pick<BreachedLimit, 'when' | 'value' | 'of' | 'usual'>;

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
  readonly advice?: AdviceCode;
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
  readonly limit?: ShownLimit;
  /** Name of the device of the baseline that this series is about, while it is gone. */
  readonly gone?: string;
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

/** How somebody settled an incident. */
export interface Resolution {
  /** `false-alarm`: nothing was wrong; the range wants another look. */
  readonly kind: 'resolved' | 'false-alarm';
  /** By the station's clock, ms since 1970. */
  readonly at: number;
  /** Who; a name for people. */
  readonly by: string;
  /** What it was, in the words of whoever settled it; a false alarm has none. */
  readonly cause?: string;
  readonly note?: string;
  /** How many past events it settles; only more of them are news. For counts of events alone. */
  readonly settles?: number;
}

/** A step of a playbook that somebody ticked. */
export interface TickedStep {
  /** Id of the step within its playbook. */
  readonly step: string;
  readonly at: number;
  readonly by?: string;
}

/** What a program took from the machine when an incident opened. */
export interface ProgramUse {
  readonly name: string;
  readonly value: number;
  /** `%` of all cores, `bytes` of memory, `bytes/s` to and from disks, or open connections as `count`. */
  readonly unit: Extract<Unit, '%' | 'bytes' | 'bytes/s' | 'count'>;
}

/**
 * An incident, open or closed, with what people did about it. Times are those of readings, ms since 1970. It is plain
 * data, kept as JSON by its `id`; every event about it carries it whole.
 */
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
  /** null: not announced (flood limit, muted clause, or another incident of its group was). */
  readonly popupAt: number | null;
  readonly closedAt: number | null;
  /** When somebody said to have seen it, by the station's clock. */
  readonly acknowledgedAt?: number;
  /** Who said so; absent: the name was not asked for. */
  readonly acknowledgedBy?: string;
  /** When it was announced once more because nobody acknowledged it. */
  readonly escalatedAt?: number;
  readonly resolution?: Resolution;
  /** When it last came back after it had closed … */
  readonly reopenedAt?: number;
  /** … and how often it did. */
  readonly reopenings?: number;
  /** Incident of the same cause that was announced for this one. */
  readonly group?: string;
  /** Steps of its playbook that were ticked, in the order of ticking. */
  readonly steps?: readonly TickedStep[];
  /** The programs most likely to blame, worst first, at the moment of opening. */
  readonly programs?: readonly ProgramUse[];
  /** Readings beyond the limit so far. */
  readonly samples: number;
  /** Worst value, in the metric's unit. */
  readonly peak: number;
  readonly unit: Unit;
  /** Limit that opened it. */
  readonly limit?: ShownLimit;
  readonly range?: Bounds;
  readonly note?: string;
  /** Name of the device of the baseline that is gone. */
  readonly gone?: string;
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
  /** Optional series that can't be read; what is not there, or not yet, is none of them. */
  readonly unreadable: number;
  /** Metrics that IT accepted as not monitored. */
  readonly accepted: readonly MetricId[];
}

/**
 * What can happen to an incident. `reopened`: it came back soon after it had closed. `updated`: what people or the
 * program noted about it changed. `escalated`: nobody acknowledged it for too long.
 */
export type IncidentEventType =
  | 'opened'
  | 'reopened'
  | 'raised'
  | 'lowered'
  | 'acknowledged'
  | 'resolved'
  | 'updated'
  | 'escalated'
  | 'closed';

/** What happened at one commit. */
export type StationEvent =
  | {
      readonly type: IncidentEventType;
      readonly at: number;
      readonly incident: IncidentState;
    }
  /** Popups were suppressed because too many came at once; sent once per flood. */
  | { readonly type: 'flood'; readonly at: number }
  | { readonly type: 'popup'; readonly at: number; readonly incident: IncidentState }
  | { readonly type: 'verdict'; readonly at: number; readonly judgement: Verdict['judgement'] };
