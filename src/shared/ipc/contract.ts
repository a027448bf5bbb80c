import type { IncidentState, PartState, Verdict } from '../health/state.js';
import type { Language } from '../i18n/index.js';
import type { Settings } from '../settings/schema.js';

/** Where the readings come from. A replay is labelled on every view. */
export type Mode =
  | { readonly kind: 'live' }
  | { readonly kind: 'replay'; readonly name: string; readonly speed: number };

/** How the process that reads the hardware is doing. */
export interface SamplerStatus {
  readonly state: 'starting' | 'running' | 'restarting' | 'suspended' | 'ended';
  readonly restarts: number;
}

/** Something the user must know about the program itself. */
export interface Notice {
  /** Catalogue key below `notice.`. */
  readonly code:
    | 'settings-set-aside'
    | 'settings-not-stored'
    | 'policy-not-read'
    | 'overrides-not-used'
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
  readonly notices: readonly Notice[];
}

/** What changed since the one before. `parts` holds only cards that changed; the rest is whole. */
export type MonitorUpdate = Omit<MonitorSnapshot, 'mode'>;

/** Facts about the program, for the page's foot and for IT. */
export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  readonly stationName: string;
  readonly platform: string;
}

/** The part of the settings that a page may change. */
export type SettingsPatch = Partial<Pick<Settings, 'language'>>;

/** Calls from a page to main: name → arguments and value. The only list of them. */
export interface InvokeMap {
  'monitor:snapshot': { args: undefined; value: MonitorSnapshot };
  'settings:get': { args: undefined; value: Settings };
  'settings:update': { args: SettingsPatch; value: Settings };
  'app:info': { args: undefined; value: AppInfo };
}

/** Messages from main to a page. */
export interface EventMap {
  'monitor:update': MonitorUpdate;
  'settings:changed': Settings;
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
  'app:info',
] as const satisfies readonly InvokeChannel[];

/** All messages. */
export const EVENT_CHANNELS = [
  'monitor:update',
  'settings:changed',
] as const satisfies readonly EventChannel[];

/** Languages a page may ask for, beside following the system. */
export type LanguageSetting = Language | 'system';
