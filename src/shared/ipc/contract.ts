import type { Baseline } from '../baseline/schema.js';
import type { TakingBlock } from '../baseline/take.js';
import type { DiagnosticsView } from '../diagnostics/view.js';
import type { IncidentAction } from '../health/life-cycle.js';
import type { IncidentState, PartState, Verdict } from '../health/state.js';
import type { ExportWish } from '../history/export.js';
import type { Packed } from '../history/packed.js';
import type { HistoryStatus, IncidentQuery, Timeline } from '../history/records.js';
import type { SeriesAnswer, SeriesQuery } from '../history/series.js';
import type { MetricId } from '../metrics/dictionary.js';
import type { PlaybookId } from '../playbooks/playbooks.js';
import type { SystemPage } from '../playbooks/system-pages.js';
import type { ReportView } from '../report/view.js';
import type { RawOutput } from '../sampler/protocol.js';
import type { SamplerStatus } from '../sampler/status.js';
import type { Policy } from '../settings/policy.js';
import type { Choice, Settings } from '../settings/schema.js';
import type { Part, Profile } from '../sop/schema.js';
import type { PartChanges } from './part-changes.js';
import {
  PRECHECK_CHANNELS,
  PRECHECK_EVENTS,
  type PrecheckEventMap,
  type PrecheckInvokeMap,
} from './precheck.js';

/** Where the readings come from. A replay is labelled on every view, and the trace that is shipped as what it is. */
export type Mode =
  | { readonly kind: 'live' }
  | { readonly kind: 'replay'; readonly name: string; readonly speed: number; readonly isDemo?: boolean };

/** Something the user must know about the program itself. */
export interface Notice {
  /** Catalogue key below `notice.`. */
  readonly code:
    | 'settings-set-aside'
    | 'settings-not-stored'
    | 'folder-not-writable'
    | 'baseline-set-aside'
    | 'precheck-set-aside'
    | 'precheck-changed'
    | 'history-set-aside'
    | 'history-not-stored'
    | 'policy-not-read'
    | 'overrides-not-used'
    | 'no-tray'
    | 'slowed-down'
    | 'sampler-too-big'
    | 'autostart-not-changed'
    | 'replay-ended';
  /** Path or name that goes into the text. */
  readonly detail?: string;
}

/** Everything a page shows, at one moment. */
export interface MonitorSnapshot {
  /** Counts every change; an update follows on the snapshot or update numbered one less. */
  readonly seq: number;
  /** The station's clock, ms since 1970: the trace's in a replay. */
  readonly at: number;
  readonly mode: Mode;
  readonly sampler: SamplerStatus;
  readonly verdict: Verdict;
  readonly parts: readonly PartState[];
  /** Open incidents, oldest first. */
  readonly incidents: readonly IncidentState[];
  /** Incidents that ended since midnight of the station's clock, newest first. */
  readonly ended: readonly IncidentState[];
  readonly situation: Situation;
  readonly notices: readonly Notice[];
}

/** What people told the program about this moment. It does not outlive the program. */
export interface Situation {
  readonly onAir: boolean;
  /** End of the time without popups, ms since 1970 by the computer's clock; null: popups come. */
  readonly mutedUntil: number | null;
  /** Streaming program that runs with a camera in use, so that going on air is offered; null: no offer. */
  readonly offer: string | null;
}

/** The values of one series in the last {@link RECENT_MS}, oldest first. */
export interface RecentSeries {
  readonly metric: MetricId;
  readonly instance?: string;
  /** Times, ms since 1970. */
  readonly at: readonly number[];
  /** null: the reading was missing then. */
  readonly values: readonly (number | null)[];
}

/** Length of the history that a page gets when it opens, ms. */
export const RECENT_MS = 10 * 60_000;

/** The procedure, as shipped and as it holds here. */
export interface ProcedureView {
  readonly shipped: Profile;
  readonly effective: Profile;
}

/** The station's baseline, and what can be done about it. */
export interface BaselineView {
  /** null: none is in force. */
  readonly current: Baseline | null;
  /** What undoing brings back, null: no baseline. Absent: there is nothing to undo. */
  readonly before?: Pick<Baseline, 'at' | 'by'> | null;
  /** Why none can be taken now. */
  readonly blocked: TakingBlock | null;
}

/** What IT fixed for this machine. */
export interface PolicyView {
  /** Where the file is, or would be. */
  readonly file: string;
  readonly settings: Policy['settings'];
}

/** A fault as the popup shows it; one that ended stays for a moment, with its `closedAt`. */
export interface PopupEntry {
  readonly incident: IncidentState;
  /** A made-up fault that somebody asked for, to see what a popup looks like. */
  readonly sample?: true;
}

/** What the popup shows; nothing: there is no popup. */
export interface PopupView {
  /** Worst first, then the oldest. */
  readonly entries: readonly PopupEntry[];
  /** More faults came at once than were announced one by one. */
  readonly flooded: boolean;
}

/** A view of the main window. */
export type ViewName = 'dashboard' | 'precheck' | 'baseline' | 'history' | 'diagnostics' | 'settings';

/** What of a snapshot is told again, whole, only when it changed. */
export type SnapshotFacts = Pick<
  MonitorSnapshot,
  'sampler' | 'verdict' | 'incidents' | 'ended' | 'situation' | 'notices'
>;

/** What changed since the one before; what is left out is as it was. */
export type MonitorUpdate = Pick<MonitorSnapshot, 'seq' | 'at'> & PartChanges & Partial<SnapshotFacts>;

/** Facts about the program, for the page's foot and for IT. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly stationName: string;
  /** What the system calls this computer: the station's name as long as it has none of its own. */
  readonly computerName: string;
  readonly platform: string;
  /** Pages of the system's settings that can be opened from here. */
  readonly systemPages: readonly SystemPage[];
}

/** The part of the settings that a page may change. */
export type SettingsPatch = Partial<Pick<Settings, Choice | 'setUp'>>;

/** How the export or import of settings ended. */
export type Transfer = 'done' | 'cancelled';

/** Calls from a page to main: name → arguments and value. The only list of them. */
export interface InvokeMap extends PrecheckInvokeMap {
  'monitor:snapshot': { args: undefined; value: MonitorSnapshot };
  'settings:get': { args: undefined; value: Settings };
  'settings:update': { args: SettingsPatch; value: Settings };
  /** Main asks where to, writes the choices in force, and says whether the user went through with it. */
  'settings:export': { args: undefined; value: Transfer };
  /** Main asks which file, and takes the choices that it names; those that IT fixed stay. */
  'settings:import': { args: undefined; value: Transfer };
  'app:info': { args: undefined; value: AppInfo };
  /** The last minutes of every series without instance, for the sparklines of a page that opens. */
  'monitor:recent': { args: undefined; value: readonly RecentSeries[] };
  'procedure:get': { args: undefined; value: ProcedureView };
  'policy:get': { args: undefined; value: PolicyView };
  'baseline:get': { args: undefined; value: BaselineView };
  /** Takes the station as it is now; `NOT_READY` while that can't be. */
  'baseline:take': { args: { readonly by: string }; value: BaselineView };
  /** Goes back to what was in force before the last step; `NOT_READY` when there was none. */
  'baseline:undo': { args: undefined; value: BaselineView };
  /** Judges without a baseline; undoing brings it back. */
  'baseline:remove': { args: undefined; value: BaselineView };
  /** Somebody saw the incident; it stays open, and its popup goes. Unknown ids are left alone. */
  'incident:acknowledge': { args: { readonly id: string; readonly by?: string }; value: undefined };
  /** Notes what people did about an incident of any age; `NOT_READY`: there is none, or it is so already. */
  'incident:handle': { args: { readonly id: string; readonly action: IncidentAction }; value: undefined };
  /** Announces nothing of a clause for a time, and acknowledges what is open in it; 0 minutes end the time. */
  'clause:mute': {
    args: { readonly clause: string; readonly minutes: number; readonly by: string };
    value: undefined;
  };
  /** `muteMinutes` 0 ends the time without popups; `offer` null declines the offer to go on air. */
  'situation:set': {
    args: { readonly onAir?: boolean; readonly muteMinutes?: number; readonly offer?: null };
    value: Situation;
  };
  /** Reads these metrics now instead of at their time; `NOT_READY`: nothing is being sampled. */
  'readings:refresh': { args: { readonly metrics: readonly MetricId[] }; value: undefined };
  /** Opens a page of the system's own settings; `NOT_READY`: there is none, or it did not open. */
  'system:open': { args: { readonly page: SystemPage }; value: undefined };
  /** Puts a summary for IT into the clipboard: the incident, the values now, and the steps that were done. */
  'playbook:copy': {
    args: {
      readonly playbook: PlaybookId;
      readonly incident?: string;
      readonly done: readonly string[];
    };
    value: undefined;
  };
  'popup:state': { args: undefined; value: PopupView };
  /** Shows a sample for some seconds, whatever the settings say about popups. */
  'popup:test': { args: undefined; value: undefined };
  /** Somebody saw these faults, or the sample. */
  'popup:acknowledge': {
    args: { readonly ids: readonly string[]; readonly by?: string };
    value: undefined;
  };
  /** Reminds of a fault later, if it is still there. */
  'popup:snooze': { args: { readonly id: string }; value: undefined };
  /** Opens the main window at this fault; without one, at the dashboard. */
  'popup:open': { args: { readonly id?: string }; value: undefined };
  /** Takes the popup away until something new happens; nothing is acknowledged. */
  'popup:close': { args: undefined; value: undefined };
  /** How high the popup's content is, in pixels of the page. */
  'popup:size': { args: { readonly height: number }; value: undefined };
  /** One stretch of one series; `NOT_READY` while the history can't be read. */
  'history:series': { args: SeriesQuery; value: Packed<SeriesAnswer> };
  /** Incidents that were open within a stretch of time, newest first. */
  'history:incidents': { args: IncidentQuery; value: Packed<readonly IncidentState[]> };
  /** What stands beside the readings: times on air, runs of the program, what happened. */
  'history:spans': { args: { readonly from: number; readonly to: number }; value: Packed<Timeline> };
  /** Where the history is, how large, and which series it holds. */
  'history:status': { args: undefined; value: HistoryStatus };
  /** One incident of any age; null: there is none. */
  'history:incident': { args: { readonly id: string }; value: IncidentState | null };
  /** Main asks where to, writes what is shown, and says whether the user went through with it. */
  'history:export': { args: ExportWish; value: Transfer };
  /** Main asks where to, and writes a report of the incident as a PDF file. */
  'history:report': { args: { readonly id: string }; value: Transfer };
  /** What the page of a report shows; `NOT_READY`: none is being made. */
  'report:get': { args: undefined; value: ReportView };
  /** The page of the report is drawn. */
  'report:ready': { args: undefined; value: undefined };
  /** How the program is doing, now; asked again and again while the diagnostics are open. */
  'diagnostics:get': { args: undefined; value: DiagnosticsView };
  /** Puts all of it, redacted, into the clipboard as one text in the page's language. */
  'diagnostics:copy': { args: undefined; value: undefined };
  /** What the source of a collector last said, redacted; null: it has not answered yet, or nothing is collected. */
  'diagnostics:raw': { args: { readonly id: string }; value: RawOutput | null };
  /** Asks for a place and writes everything there as one archive for IT, redacted. */
  'diagnostics:save': { args: undefined; value: Transfer };
  /** Shows the log file in the system's file manager. */
  'diagnostics:showLog': { args: undefined; value: undefined };
}

/** Messages from main to a page. */
export interface EventMap extends PrecheckEventMap {
  'monitor:update': MonitorUpdate;
  'settings:changed': Settings;
  'baseline:changed': BaselineView;
  /** Show this view, and the details of what is named. */
  'view:open': {
    readonly view: ViewName;
    readonly part?: Part;
    readonly incident?: string;
    readonly playbook?: PlaybookId;
  };
  'popup:changed': PopupView;
}

/** Name of a call. */
export type InvokeChannel = keyof InvokeMap;
/** Name of a message. */
export type EventChannel = keyof EventMap;

/** All calls, for registration and for the preload's allowlist. */
export const INVOKE_CHANNELS = [
  'monitor:snapshot',
  'settings:get',
  'settings:update',
  'settings:export',
  'settings:import',
  'app:info',
  'monitor:recent',
  'procedure:get',
  'policy:get',
  'baseline:get',
  'baseline:take',
  'baseline:undo',
  'baseline:remove',
  'incident:acknowledge',
  'incident:handle',
  'clause:mute',
  'situation:set',
  'readings:refresh',
  'system:open',
  'playbook:copy',
  'popup:state',
  'popup:test',
  'popup:acknowledge',
  'popup:snooze',
  'popup:open',
  'popup:close',
  'popup:size',
  'history:series',
  'history:incidents',
  'history:spans',
  'history:status',
  'history:incident',
  'history:export',
  'history:report',
  'report:get',
  'report:ready',
  'diagnostics:get',
  'diagnostics:copy',
  'diagnostics:raw',
  'diagnostics:save',
  'diagnostics:showLog',
  ...PRECHECK_CHANNELS,
] as const satisfies readonly InvokeChannel[];

/** All messages. */
export const EVENT_CHANNELS = [
  'monitor:update',
  'settings:changed',
  'baseline:changed',
  'view:open',
  'popup:changed',
  ...PRECHECK_EVENTS,
] as const satisfies readonly EventChannel[];
