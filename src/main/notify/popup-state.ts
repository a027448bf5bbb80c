import { groupOf } from '../../shared/health/groups.js';
import type { IncidentState } from '../../shared/health/state.js';
import type { PopupEntry, PopupView } from '../../shared/ipc/contract.js';
import type { Channel } from './channel.js';

/** How long a fault that ended still says so, ms. */
export const FAREWELL_MS = 6_000;
/** How long a fault stays away that somebody wants to be reminded of, ms. */
export const SNOOZE_MS = 10 * 60_000;
/** How long a sample is shown, ms. */
export const SAMPLE_MS = 12_000;

/** A fault that was announced and not acknowledged. Times are those of a clock that is never set. */
interface Announced {
  readonly incident: IncidentState;
  readonly snoozedUntil?: number;
  /** Since when it says that it ended. */
  readonly endedAt?: number;
}

/** Everything the popup depends on. */
export interface PopupState {
  readonly announced: readonly Announced[];
  readonly channel: Channel;
  /** Closed by hand; it comes back with the next news. */
  readonly closed: boolean;
  readonly flooded: boolean;
  readonly sample: { readonly incident: IncidentState; readonly until: number } | null;
}

/** What changes it. */
export type PopupEvent =
  | { readonly type: 'announced' | 'updated' | 'ended'; readonly incident: IncidentState }
  | { readonly type: 'acknowledged' | 'snoozed' | 'withdrawn'; readonly id: string }
  | { readonly type: 'channel'; readonly channel: Channel }
  | { readonly type: 'sampled'; readonly incident: IncidentState }
  /** More faults than are announced; no fault at all any more; closed by hand; time went by. */
  | { readonly type: 'flooded' | 'calm' | 'closed' | 'time' };

/** Nothing was announced yet. */
export const NO_POPUP: PopupState = {
  announced: [],
  channel: 'popup',
  closed: false,
  flooded: false,
  sample: null,
};

/** The state after an event. @param now ms of a clock that is never set */
export function reducePopup(before: PopupState, event: PopupEvent, now: number): PopupState {
  const state = passTime(before, now);
  switch (event.type) {
    case 'announced':
      return {
        ...state,
        closed: false,
        announced: [...withoutSeries(state.announced, event.incident), { incident: event.incident }],
      };
    case 'updated':
      return replace(state, event.incident.id, (one) => ({ ...one, incident: event.incident }));
    case 'ended':
      return replace(state, event.incident.id, (one) =>
        isSeen(state) && one.snoozedUntil === undefined ? { incident: event.incident, endedAt: now } : null,
      );
    case 'withdrawn':
      return replace(state, event.id, () => null);
    case 'acknowledged':
      return {
        ...replace(state, event.id, () => null),
        ...(event.id === state.sample?.incident.id && NO_SAMPLE),
      };
    case 'snoozed': {
      const snoozed = replace(state, event.id, ({ incident }) => ({
        incident,
        snoozedUntil: now + SNOOZE_MS,
      }));
      return event.id === state.sample?.incident.id ? { ...snoozed, ...NO_SAMPLE } : snoozed;
    }
    case 'channel':
      if (event.channel === state.channel) return state;
      return event.channel === 'popup'
        ? { ...state, channel: event.channel }
        : { ...state, channel: event.channel, announced: state.announced.filter(isOpen) };
    case 'flooded':
      return { ...state, flooded: true, closed: false };
    case 'calm':
      return { ...state, flooded: false };
    case 'closed':
      return {
        ...state,
        ...NO_SAMPLE,
        closed: true,
        flooded: false,
        announced: state.announced.filter(isOpen),
      };
    case 'sampled':
      return { ...state, sample: { incident: event.incident, until: now + SAMPLE_MS } };
    case 'time':
      return state;
  }
}

/** What the popup shows of a state. */
export function popupView(state: PopupState): PopupView {
  const { sample, flooded } = state;
  const seen = isSeen(state);
  const entries = seen ? onePerGroup(state.announced.filter(isAwake)) : [];
  return {
    entries: sample ? [{ incident: sample.incident, sample: true }, ...entries] : entries,
    flooded: seen && flooded,
  };
}

/** Faults that a notification of the system stands for: closing the popup does not take it back. */
export function notifiable({ channel, announced }: PopupState): IncidentState[] {
  if (channel !== 'popup') return [];
  return announced.filter((one) => isOpen(one) && isAwake(one)).map(({ incident }) => incident);
}

/** When time alone changes the state next; undefined: never. */
export function nextChange({ announced, sample }: PopupState): number | undefined {
  const times = announced.flatMap(({ snoozedUntil, endedAt }) => [
    ...(snoozedUntil === undefined ? [] : [snoozedUntil]),
    ...(endedAt === undefined ? [] : [endedAt + FAREWELL_MS]),
  ]);
  if (sample) times.push(sample.until);
  return times.length > 0 ? Math.min(...times) : undefined;
}

const NO_SAMPLE = { sample: null } as const;
const isOpen = ({ endedAt }: Announced): boolean => endedAt === undefined;
const isAwake = ({ snoozedUntil }: Announced): boolean => snoozedUntil === undefined;
const isSeen = ({ channel, closed }: PopupState): boolean => channel === 'popup' && !closed;

/** One entry for each cause; what else shows it is said in there. */
function onePerGroup(announced: readonly Announced[]): PopupEntry[] {
  const entries = new Map<string, PopupEntry>();
  for (const entry of announced.map(({ incident }): PopupEntry => ({ incident })).sort(worstFirst)) {
    const group = `${groupOf(entry.incident)} ${entry.incident.closedAt === null}`;
    if (!entries.has(group)) entries.set(group, entry);
  }
  return [...entries.values()];
}

function worstFirst({ incident: a }: PopupEntry, { incident: b }: PopupEntry): number {
  return Number(b.level === 'fault') - Number(a.level === 'fault') || a.since - b.since;
}

/** Farewells end, reminders are due. */
function passTime(state: PopupState, now: number): PopupState {
  const due = nextChange(state);
  if (due === undefined || due > now) return state;
  const left = state.announced.filter(({ endedAt }) => endedAt === undefined || endedAt + FAREWELL_MS > now);
  const reminded = left.some((one) => one.snoozedUntil !== undefined && one.snoozedUntil <= now);
  return {
    ...state,
    closed: state.closed && !reminded,
    announced: left.map((one) =>
      one.snoozedUntil !== undefined && one.snoozedUntil <= now ? { incident: one.incident } : one,
    ),
    sample: state.sample && state.sample.until > now ? state.sample : null,
  };
}

/** The rest, without this incident and without the farewell of the one before on the same series. */
function withoutSeries(
  announced: readonly Announced[],
  { id, metric, instance }: IncidentState,
): Announced[] {
  return announced.filter(
    ({ incident, endedAt }) =>
      incident.id !== id &&
      (endedAt === undefined || incident.metric !== metric || incident.instance !== instance),
  );
}

/** Changes the entry of an incident that has not ended, or drops it. */
function replace(state: PopupState, id: string, change: (one: Announced) => Announced | null): PopupState {
  if (!state.announced.some((one) => one.incident.id === id)) return state;
  const announced = state.announced.flatMap((one) => {
    if (one.incident.id !== id) return [one];
    const changed = change(one);
    return changed ? [changed] : [];
  });
  return { ...state, announced };
}
