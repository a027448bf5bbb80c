import type { DiagnosticsView } from '../diagnostics/view.js';
import type { IncidentState, PartState, Verdict } from '../health/state.js';
import type { MetricId } from '../metrics/dictionary.js';
import type { SamplerStatus } from '../sampler/status.js';
import type { Policy } from '../settings/policy.js';
import type { Choice, Settings } from '../settings/schema.js';
import type { Part, Profile } from '../sop/schema.js';

/** Where the readings come from. A replay is labelled on every view. */
export type Mode =
  | { readonly kind: 'live' }
  | { readonly kind: 'replay'; readonly name: string; readonly speed: number };

/** Something the user must know about the program itself. */
export interface Notice {
  /** Catalogue key below `notice.`. */
  readonly code:
    | 'settings-set-aside'
    | 'settings-not-stored'
    | 'policy-not-read'
    | 'overrides-not-used'
    | 'no-tray'
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
export type ViewName = 'dashboard' | 'settings' | 'diagnostics';

/** What changed since the one before. `parts` holds only cards that changed; the rest is whole. */
export type MonitorUpdate = Omit<MonitorSnapshot, 'mode' | 'ended'> & {
  /** Left out when none ended since the update before, and the day is the same. */
  readonly ended?: readonly IncidentState[];
};

/** Facts about the program, for the page's foot and for IT. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly stationName: string;
  /** What the system calls this computer: the station's name as long as it has none of its own. */
  readonly computerName: string;
  readonly platform: string;
}

/** The part of the settings that a page may change. */
export type SettingsPatch = Partial<Pick<Settings, Choice | 'setUp'>>;

/** How the export or import of settings ended. */
export type Transfer = 'done' | 'cancelled';

/** Calls from a page to main: name → arguments and value. The only list of them. */
export interface InvokeMap {
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
  /** Somebody saw the incident; it stays open, and its popup goes. Unknown ids are left alone. */
  'incident:acknowledge': { args: { readonly id: string }; value: undefined };
  /** `muteMinutes` 0 ends the time without popups. */
  'situation:set': {
    args: { readonly onAir?: boolean; readonly muteMinutes?: number };
    value: Situation;
  };
  'popup:state': { args: undefined; value: PopupView };
  /** Shows a sample for some seconds, whatever the settings say about popups. */
  'popup:test': { args: undefined; value: undefined };
  /** Somebody saw these faults, or the sample. */
  'popup:acknowledge': { args: { readonly ids: readonly string[] }; value: undefined };
  /** Reminds of a fault later, if it is still there. */
  'popup:snooze': { args: { readonly id: string }; value: undefined };
  /** Opens the main window at the part of this fault; without one, at the dashboard. */
  'popup:open': { args: { readonly id?: string }; value: undefined };
  /** Takes the popup away until something new happens; nothing is acknowledged. */
  'popup:close': { args: undefined; value: undefined };
  /** How high the popup's content is, in pixels of the page. */
  'popup:size': { args: { readonly height: number }; value: undefined };
  /** How the program is doing, now; asked again and again while the diagnostics are open. */
  'diagnostics:get': { args: undefined; value: DiagnosticsView };
  /** Puts all of it, redacted, into the clipboard as one text in the page's language. */
  'diagnostics:copy': { args: undefined; value: undefined };
  /** Shows the log file in the system's file manager. */
  'diagnostics:showLog': { args: undefined; value: undefined };
}

/** Messages from main to a page. */
export interface EventMap {
  'monitor:update': MonitorUpdate;
  'settings:changed': Settings;
  /** Show this view, and the details of this part. */
  'view:open': { readonly view: ViewName; readonly part?: Part };
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
  'incident:acknowledge',
  'situation:set',
  'popup:state',
  'popup:test',
  'popup:acknowledge',
  'popup:snooze',
  'popup:open',
  'popup:close',
  'popup:size',
  'diagnostics:get',
  'diagnostics:copy',
  'diagnostics:showLog',
] as const satisfies readonly InvokeChannel[];

/** All messages. */
export const EVENT_CHANNELS = [
  'monitor:update',
  'settings:changed',
  'view:open',
  'popup:changed',
] as const satisfies readonly EventChannel[];
