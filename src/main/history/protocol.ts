import type { IncidentAction } from '../../shared/health/life-cycle.js';
import type { IncidentState } from '../../shared/health/state.js';
import type { ExportWish } from '../../shared/history/export.js';
import type { Packed } from '../../shared/history/packed.js';
import type { Happening, HistoryStatus, IncidentQuery, Timeline } from '../../shared/history/records.js';
import type { SeriesAnswer, SeriesQuery } from '../../shared/history/series.js';
import type { Language } from '../../shared/i18n/index.js';
import type { BatchSeries } from './readings.js';

/** What is known about a run of the program. */
export interface RunStart {
  readonly file: string;
  /** Version of the program, stored with the boot. */
  readonly version: string;
  /** When the system started, ms since 1970. */
  readonly bootedAt: number;
  /** When this run of the program began, ms since 1970; the same for all its threads. */
  readonly startedAt: number;
}

/** What the worker is started with. */
export interface WorkerStart extends RunStart {
  /** Whether the readings are looked through for damage. */
  readonly check: boolean;
}

/** Something to store. */
export type Job =
  /** The readings since the last batch, and proof that the program was there at `at`. */
  | { readonly type: 'batch'; readonly at: number; readonly series: readonly BatchSeries[] }
  | { readonly type: 'incident'; readonly incident: IncidentState }
  | { readonly type: 'happening'; readonly happening: Happening }
  | { readonly type: 'on-air'; readonly at: number; readonly onAir: boolean }
  /** The record of a check in its place in the chain, as canonical JSON; the same one twice is one. */
  | { readonly type: 'precheck'; readonly seq: number; readonly json: string }
  /** The program ends, by itself and in peace. */
  | { readonly type: 'end'; readonly at: number };

/** Something to look up. */
export type Query =
  | { readonly type: 'series'; readonly query: SeriesQuery; readonly now: number }
  | { readonly type: 'incidents'; readonly query: IncidentQuery }
  | { readonly type: 'timeline'; readonly from: number; readonly to: number }
  | { readonly type: 'status' }
  | { readonly type: 'find'; readonly id: string }
  /** All records of checks, oldest first. */
  | { readonly type: 'prechecks' }
  /** Notes what people did about an incident that the station itself forgot. */
  | { readonly type: 'handle'; readonly id: string; readonly action: IncidentAction; readonly at: number }
  /** Incidents of earlier runs that this one goes on with; `now`: ms since 1970, `reopenMs`: how long closed ones may come back. */
  | { readonly type: 'carried-on'; readonly now: number; readonly reopenMs: number };

/** A file to be made of what is stored; `now`: ms since 1970. */
export interface ExportQuery {
  readonly type: 'export';
  readonly wish: ExportWish;
  readonly language: Language;
  readonly now: number;
}

/** A query whose answer goes on to a page, unread. */
export interface PackedQuery<Q extends Query = Query> {
  readonly type: 'packed';
  readonly query: Q;
}

/** What can be asked. */
export type Question = Query | ExportQuery | PackedQuery;

/** What a question gives. */
export type AnswerTo<Q extends Question> =
  Q extends PackedQuery<infer Inner>
    ? Packed<Answers[Inner['type']]>
    : Answers[Exclude<Q, PackedQuery>['type']];

/** What a query gives. */
export interface Answers {
  readonly series: SeriesAnswer;
  readonly incidents: readonly IncidentState[];
  readonly timeline: Timeline;
  readonly status: HistoryStatus;
  readonly 'carried-on': readonly IncidentState[];
  /** null: no such incident. */
  readonly find: IncidentState | null;
  /** As JSON, unread. */
  readonly prechecks: readonly string[];
  /** The incident as it is now; null: there is none, or nothing to change. */
  readonly handle: IncidentState | null;
  /** The text of the file. */
  readonly export: string;
}

/** The thread should end, to be started again when it is needed; answered with whether it does. */
export interface Rest {
  readonly type: 'rest';
}

/** From main to the worker. Everything is answered under its number. */
export interface Request {
  readonly id: number;
  readonly ask: Job | Question | Rest;
}

/** From the worker to main. */
export type WorkerMessage =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  /** The request could not be met; a defect of ours, or a database that can't be read now. */
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'news'; readonly news: HistoryNews };

/** What main must know about the store, unasked. */
export type HistoryNews =
  /** A damaged file was set aside under this name, and a new one begun. */
  | { readonly type: 'set-aside'; readonly file: string }
  /** Nothing can be written now; what is new is kept in memory. */
  | { readonly type: 'memory'; readonly problem: string }
  /** It can be written again, and what was kept in memory is. */
  | { readonly type: 'stored' }
  /** A defect of ours, for the log. */
  | { readonly type: 'defect'; readonly message: string };
