import { ITEM_IDS, type ItemId } from '../items.js';
import type { PrecheckRecord } from '../record/schema.js';
import { type GoCause, type GoEvent, itemsOf } from './events.js';

/** An item that is no longer as it was checked. */
export interface DoubtfulItem {
  readonly item: ItemId;
  readonly cause: GoCause;
  /** When it came into doubt, ms since 1970. */
  readonly since: number;
}

/** How things stand with a GO. */
export interface GoStatus {
  /**
   * `none`: there is no check, or it did not end with go or conditional. `valid`: on air is fine. `check-again`: only the
   * items named. `expired`: the whole check.
   */
  readonly state: 'none' | 'valid' | 'check-again' | 'expired';
  /** It was given with conditions. */
  readonly conditional: boolean;
  /** When it runs out, ms since 1970; while on air it runs on. null: there is none. */
  readonly until: number | null;
  readonly onAir: boolean;
  /** In the order of the procedure. */
  readonly items: readonly DoubtfulItem[];
}

/** What the rule needs of a record. */
export type GoBasis = Pick<PrecheckRecord, 'result' | 'finishedAt' | 'section'>;

/** How long a GO is valid where the procedure says nothing, ms (the procedure's 4 h). */
export const DEFAULT_VALID_MS = 4 * 3_600_000;

interface GoState {
  readonly onAir: boolean;
  readonly expired: boolean;
  readonly items: readonly DoubtfulItem[];
}

/**
 * How things stand with the GO of a check, after what happened since. Pure: the same record, events and time give the
 * same answer.
 * @param record the last whole check; null: there is none @param events in the order in which they happened; earlier ones
 * than the check only tell whether the station was on air @param now ms since 1970
 */
export function goStatus(record: GoBasis | null, events: readonly GoEvent[], now: number): GoStatus {
  const until = record ? record.finishedAt + (record.section?.validMs ?? DEFAULT_VALID_MS) : null;
  const start: GoState = { onAir: false, expired: false, items: [] };
  const reached = events
    .filter(({ at }) => at <= now)
    .reduce((state, event) => goStep(state, event, record?.finishedAt ?? Infinity, until), start);
  const { onAir, expired, items } = runOut(reached, now, until);
  const given = record?.result === 'go' || record?.result === 'conditional';
  if (!record || !given) return { state: 'none', conditional: false, until: null, onAir, items: [] };
  const state = expired ? 'expired' : items.length > 0 ? 'check-again' : 'valid';
  return {
    state,
    conditional: record.result === 'conditional',
    until,
    onAir,
    items: items.toSorted((a, b) => ITEM_IDS.indexOf(a.item) - ITEM_IDS.indexOf(b.item)),
  };
}

function goStep(before: GoState, event: GoEvent, givenAt: number, until: number | null): GoState {
  const state = runOut(before, event.at, until);
  switch (event.type) {
    case 'on-air':
      return { ...state, onAir: true };
    case 'off-air':
      return { ...state, onAir: false };
    default:
      return event.at < givenAt ? state : { ...state, items: doubt(state.items, event) };
  }
}

/** Time alone ends a GO, but not while on air. */
function runOut(state: GoState, at: number, until: number | null): GoState {
  return !state.onAir && until !== null && at >= until ? { ...state, expired: true } : state;
}

type StationGoEvent = Exclude<GoEvent, { readonly type: 'on-air' | 'off-air' }>;

function doubt(items: readonly DoubtfulItem[], event: StationGoEvent): readonly DoubtfulItem[] {
  const concerned = itemsOf(event);
  if (event.type === 'rechecked' && event.ok) return items.filter(({ item }) => item !== event.item);
  const cause: GoCause = event.type === 'rechecked' ? 'failed' : event.type;
  const added = concerned
    .filter((item) => !items.some((one) => one.item === item))
    .map((item): DoubtfulItem => ({ item, cause, since: event.at }));
  return [...items, ...added];
}
