import type { Draft } from '../precheck/flow/draft.js';
import type { Found } from '../precheck/flow/progress.js';
import type { GoStatus } from '../precheck/go/status.js';
import type { ItemId } from '../precheck/items.js';
import type { PlatformId } from '../precheck/platforms/schema.js';
import type { ChainCheck, ChainEntry, ChainHead, ChainProblem } from '../precheck/record/chain.js';
import type { Measurement, MediaRef } from '../precheck/record/evidence-schema.js';
import type { PrecheckRecord } from '../precheck/record/schema.js';
import type { PrecheckResult } from '../precheck/verdict/result.js';

/** A finished check in the list of checks. */
export interface RecordSummary {
  /** Place in the chain, from 1. */
  readonly seq: number;
  readonly kind: PrecheckRecord['kind'];
  /** Items that were done again, where it is not a whole check. */
  readonly items?: readonly ItemId[];
  /** ms since 1970. */
  readonly finishedAt: number;
  readonly operator: string;
  readonly platform: PlatformId;
  readonly result: PrecheckResult;
  readonly hash: string;
  /** What was wrong with the records before it. */
  readonly breach?: ChainProblem;
}

/**
 * Where records are. `stored`: in the history. `waiting`: the newest only in memory, until the history can be written.
 * `unread`: the history can't be read, and what is new is in memory. `off`: a replay keeps none.
 */
export type RecordKeeping = 'stored' | 'waiting' | 'unread' | 'off';

/** What a page shows of the pre-check besides the one that is being made. */
export interface PrecheckView {
  readonly go: GoStatus;
  /** The newest record. */
  readonly last: RecordSummary | null;
  readonly head: ChainHead;
  /** Whether the records are as they were written. */
  readonly chain: ChainCheck;
  readonly keeping: RecordKeeping;
  /** A check was begun and not finished. */
  readonly open: boolean;
  /** Account of the operating system. */
  readonly account: string;
  /** When things were last inspected, as it was said in an earlier check, ms since 1970. */
  readonly inspections: Partial<Readonly<Record<ItemId, number>>>;
}

/** What the operating system says about a device of capture. */
export type MediaAccess = 'not-determined' | 'granted' | 'denied' | 'restricted' | 'unknown';

/** Leave to use camera and microphone. */
export interface MediaGrant {
  /** How long, ms; asking again prolongs it. */
  readonly leaseMs: number;
  readonly camera: MediaAccess;
  readonly microphone: MediaAccess;
}

/** What the monitor knows of the station now. */
export interface StationFound {
  readonly measurements: readonly Measurement[];
  /** Program that uses the device, where the system tells it. */
  readonly programs: { readonly camera?: string; readonly microphone?: string };
}

/** Calls of the pre-check; part of the contract. */
export interface PrecheckInvokeMap {
  'precheck:get': { args: undefined; value: PrecheckView };
  /** The check that is being made; null: there is none. */
  'precheck:draft': { args: undefined; value: Draft | null };
  /** Begins a check; one that was begun before is dropped. `NOT_READY` in a replay. */
  'precheck:start': { args: undefined; value: Draft };
  /** Begins to do items of a finished check again. */
  'precheck:again': { args: { readonly seq: number; readonly items: readonly ItemId[] }; value: Draft };
  'precheck:save': { args: Draft; value: undefined };
  'precheck:discard': { args: undefined; value: undefined };
  /** Asks for camera and microphone, or prolongs it. */
  'precheck:begin': { args: undefined; value: MediaGrant };
  /** Gives camera and microphone back. */
  'precheck:end': { args: undefined; value: undefined };
  'precheck:station': { args: undefined; value: StationFound };
  /** Measures the upload to the host that IT named, within the bytes that IT allows. @param kbps of the platform */
  'precheck:upload': { args: { readonly kbps: number }; value: Found };
  'precheck:stopUpload': { args: undefined; value: undefined };
  /** Keeps a picture of the check that is being made (JPEG); it stays on this machine. */
  'precheck:picture': { args: { readonly jpeg: Uint8Array }; value: undefined };
  /** Keeps a photo (JPEG) of something that a person looks at; the confirmation has to name it. */
  'precheck:photo': { args: { readonly item: ItemId; readonly jpeg: Uint8Array }; value: MediaRef };
  /** The picture of a record, or its photo of an item; null: none was kept, or it was deleted. */
  'precheck:getPicture': {
    args: { readonly seq: number; readonly item?: ItemId };
    value: Uint8Array | null;
  };
  /** Judges the check that is being made, and writes its record; where that has to wait, the view says so. */
  'precheck:finish': { args: undefined; value: ChainEntry<PrecheckRecord> };
  /** All records, newest first. */
  'precheck:list': { args: undefined; value: readonly RecordSummary[] };
  'precheck:record': { args: { readonly seq: number }; value: ChainEntry<PrecheckRecord> };
  /** Main asks where to, and writes the record with the head of the chain; `media`: its pictures, too. */
  'precheck:export': {
    args: { readonly seq: number; readonly media: boolean };
    value: 'done' | 'cancelled';
  };
  /** Prints what the page shows. */
  'precheck:print': { args: { readonly to: 'pdf' | 'printer' }; value: 'done' | 'cancelled' };
}

/** Messages about the pre-check; part of the contract. */
export interface PrecheckEventMap {
  'precheck:changed': PrecheckView;
  /** The leave to use camera and microphone ended: they must be closed at once. */
  'precheck:lapsed': undefined;
}

/** Names of the calls. */
export const PRECHECK_CHANNELS = [
  'precheck:get',
  'precheck:draft',
  'precheck:start',
  'precheck:again',
  'precheck:save',
  'precheck:discard',
  'precheck:begin',
  'precheck:end',
  'precheck:station',
  'precheck:upload',
  'precheck:stopUpload',
  'precheck:picture',
  'precheck:photo',
  'precheck:getPicture',
  'precheck:finish',
  'precheck:list',
  'precheck:record',
  'precheck:export',
  'precheck:print',
] as const satisfies readonly (keyof PrecheckInvokeMap)[];

/** Names of the messages. */
export const PRECHECK_EVENTS = [
  'precheck:changed',
  'precheck:lapsed',
] as const satisfies readonly (keyof PrecheckEventMap)[];
