import type { MetricId } from '../metrics/dictionary.js';
import type { OpenIncident } from './incident.js';
import type { IncidentState } from './state.js';

/** What IT chooses about the life of incidents. */
export interface LifeCycle {
  /** An incident that comes back within this time after it closed is the same one, ms. */
  readonly reopenMs: number;
  /** Announced and not acknowledged for this long, an incident is announced once more, ms; null: never. */
  readonly escalateMs: number | null;
  /** Clauses whose incidents are not announced, and until when, ms since 1970. */
  readonly muted: Readonly<Record<string, number>>;
}

/** Ours: ten minutes are the time in which a repair shows whether it holds; nobody is called twice unless IT says so. */
export const DEFAULT_LIFE_CYCLE: LifeCycle = { reopenMs: 10 * 60_000, escalateMs: null, muted: {} };

/** Counts of what happened in the last days: who settled one with its cause settled these events, not future ones. */
export const PAST_EVENTS: ReadonlySet<MetricId> = new Set([
  'system.hang',
  'system.crash',
  'system.unexpectedReboot',
  'display.reset',
]);

/** How far people have got with an incident. Whether it is over is another matter: `closedAt`. */
export type Handling = 'open' | 'acknowledged' | 'resolved' | 'false-alarm';

/** How far people have got with an incident. */
export function handlingOf({ resolution, acknowledgedAt }: IncidentState): Handling {
  return resolution?.kind ?? (acknowledgedAt === undefined ? 'open' : 'acknowledged');
}

/** Whether nobody has seen to an incident yet. */
export const isUnseen = (incident: IncidentState): boolean => handlingOf(incident) === 'open';

/** What people do about an incident. Times come from the station's clock. */
export type IncidentAction =
  | { readonly type: 'acknowledge'; readonly by?: string }
  | { readonly type: 'resolve'; readonly by: string; readonly cause: string; readonly note?: string }
  | { readonly type: 'false-alarm'; readonly by: string; readonly note?: string }
  /** Undoes what was last said: the resolution, else the acknowledgement. */
  | { readonly type: 'take-back' }
  /** Ticks a step of the playbook, or takes the tick back. */
  | { readonly type: 'tick'; readonly step: string; readonly done: boolean; readonly by?: string };

/** The incident after an action; undefined: the action changes nothing. Pure, for open and closed ones alike. */
export function applyAction(
  incident: IncidentState,
  action: IncidentAction,
  at: number,
): IncidentState | undefined {
  switch (action.type) {
    case 'acknowledge':
      return isUnseen(incident) ? acknowledged(incident, at, action.by) : undefined;
    case 'resolve':
    case 'false-alarm': {
      const { type, ...words } = action;
      const resolution = { ...words, kind: type === 'resolve' ? 'resolved' : type, at } as const;
      return { ...acknowledged(incident, at, action.by), resolution };
    }
    case 'take-back':
      return takenBack(incident);
    case 'tick':
      return ticked(incident, action, at);
  }
}

/** An incident that is news again: nobody saw what it has become. */
export function unhandled(incident: IncidentState): IncidentState {
  const { acknowledgedAt, acknowledgedBy, escalatedAt, resolution, ...rest } = incident;
  return rest;
}

/**
 * A closed incident that came back. Who acknowledged it, or called it a false alarm, knows it; a repair that did not
 * hold is news.
 */
export function reopened(before: IncidentState, open: OpenIncident, at: number): IncidentState {
  const known = before.resolution?.kind === 'resolved' ? unhandled(before) : before;
  const worst = open.worst === 2 ? 'fault' : 'warning';
  const isWorse = worst === 'fault' && before.severity === 'warning';
  const base = isWorse ? unhandled(known) : known;
  return {
    ...base,
    level: worst,
    severity: isWorse ? worst : before.severity,
    closedAt: null,
    reopenedAt: at,
    reopenings: (before.reopenings ?? 0) + 1,
    samples: before.samples + open.samples,
    peak: open.above ? Math.max(before.peak, open.peak) : Math.min(before.peak, open.peak),
  };
}

/** What the reducer keeps of an incident, for going on with one that it did not open itself. */
export function openIncidentOf(incident: IncidentState): OpenIncident {
  const { level, severity, since, openedAt, peak, samples, limit } = incident;
  return {
    level: level === 'fault' ? 2 : 1,
    worst: severity === 'fault' ? 2 : 1,
    since,
    openedAt,
    peak,
    above: limit?.when.startsWith('>') ?? true,
    samples,
  };
}

function acknowledged(incident: IncidentState, at: number, by: string | undefined): IncidentState {
  if (incident.acknowledgedAt !== undefined) return incident;
  return { ...incident, acknowledgedAt: at, ...(by !== undefined && { acknowledgedBy: by }) };
}

function takenBack(incident: IncidentState): IncidentState | undefined {
  const { resolution, ...unsettled } = incident;
  if (resolution) return unsettled;
  const { acknowledgedAt, acknowledgedBy, ...unseen } = incident;
  return acknowledgedAt === undefined ? undefined : unseen;
}

function ticked(
  incident: IncidentState,
  { step, done, by }: Extract<IncidentAction, { type: 'tick' }>,
  at: number,
): IncidentState | undefined {
  const before = incident.steps ?? [];
  if (before.some((one) => one.step === step) === done) return undefined;
  const steps = done
    ? [...before, { step, at, ...(by !== undefined && { by }) }]
    : before.filter((one) => one.step !== step);
  return { ...incident, steps };
}
