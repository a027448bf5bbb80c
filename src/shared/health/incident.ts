import type { Level } from './judgement.js';

/** Times of the incident rule, ms. */
export interface IncidentPolicy {
  /** How long a breach must last before it opens an incident, by level; Infinity: the rule has no such limit. */
  readonly hold: { readonly 1: number; readonly 2: number };
  /** How long the value must be back past the margin before the incident closes. */
  readonly clearMs: number;
}

/** One judged value on its way into the reducer. */
export interface Observation {
  readonly at: number;
  readonly value: number;
  /** Alarm level of the value itself. */
  readonly level: Level;
  /** Alarm level with the recovery margin added; at least `level`. */
  readonly heldLevel: Level;
  /** Whether the breaching side is above the range; decides which value is the peak. */
  readonly above: boolean;
  /** True after a gap: what came before no longer counts towards hold and clear times. */
  readonly fresh: boolean;
}

/** An incident that is open. Times are those of readings, ms since 1970. */
export interface OpenIncident {
  /** Present level; falls back from fault to warning after the clear time. */
  readonly level: 1 | 2;
  /** Highest level so far. */
  readonly worst: 1 | 2;
  /** First breaching reading. */
  readonly since: number;
  /** The reading at which the hold was fulfilled. */
  readonly openedAt: number;
  readonly peak: number;
  readonly above: boolean;
  /** Readings beyond the limit so far, those of the hold included. */
  readonly samples: number;
}

/** What the reducer keeps of one series. */
export interface Track {
  /** First reading of the running breach, by level. */
  readonly since: { readonly 1: number | null; readonly 2: number | null };
  /** First reading of the running recovery: of the fault level, and of the whole incident. */
  readonly clear: { readonly 1: number | null; readonly 2: number | null };
  /** Worst value of the running breach; null when none runs. */
  readonly peak: number | null;
  /** Readings beyond the limit in the running breach. */
  readonly samples: number;
  readonly incident: OpenIncident | null;
  /** When incidents of this series were opened lately; they make its delays grow. */
  readonly openings: readonly number[];
}

/** What happened to the incident by one observation. */
export type Transition = 'opened' | 'raised' | 'lowered' | 'closed';

/** Result of one step. `closed` carries the incident that ended. */
export interface Step {
  readonly track: Track;
  readonly transition?: Transition;
  readonly closed?: OpenIncident;
}

/** A series that comes back a third time within this window, ms, is flapping … */
export const FLAP_WINDOW_MS = 30 * 60_000;
/** … and has hold and clear time doubled each further time, up to this factor. */
export const FLAP_FACTOR_CAP = 8;

const NONE = { 1: null, 2: null } as const;

/** A series about which nothing is known yet. */
export const QUIET: Track = {
  since: NONE,
  clear: NONE,
  peak: null,
  samples: 0,
  incident: null,
  openings: [],
};
const QUIET_STEP: Step = { track: QUIET };

/** How much longer hold and clear times are for a series that keeps coming back. */
export function flapFactor(openings: readonly number[], at: number): number {
  let recent = 0;
  for (const opened of openings) if (at - opened < FLAP_WINDOW_MS) recent += 1;
  return Math.min(FLAP_FACTOR_CAP, 2 ** Math.max(0, recent - 1));
}

/** Advances a series by one judged value. Pure: time comes from the observation alone. */
export function advance(track: Track, seen: Observation, policy: IncidentPolicy): Step {
  if (seen.heldLevel === 0 && track === QUIET) return QUIET_STEP;
  const from = seen.fresh ? forgetTimers(track) : track;
  const since = { 1: runOn(from.since[1], seen, 1), 2: runOn(from.since[2], seen, 2) };
  const factor = flapFactor(track.openings, seen.at);
  return from.incident
    ? continueIncident(from, from.incident, since, seen, policy, factor)
    : maybeOpen(from, since, seen, policy, factor);
}

/** Forgets running hold and clear times (a gap, a clock change); an open incident stays open. */
export function forgetTimers(track: Track): Track {
  return track === QUIET ? track : { ...track, since: NONE, clear: NONE, peak: null, samples: 0 };
}

/** Whether a hold runs at whose end an incident opens, or rises to a fault. */
export function isHolding({ since, incident }: Track): boolean {
  if (incident === null) return since[1] !== null || since[2] !== null;
  return incident.level === 1 && since[2] !== null;
}

/** The worse of a running peak and a breaching value. */
function worse(peak: number | null, seen: Observation): number | null {
  if (seen.level === 0) return peak;
  if (peak === null) return seen.value;
  return seen.above ? Math.max(peak, seen.value) : Math.min(peak, seen.value);
}

const breaching = ({ level }: Observation): number => (level > 0 ? 1 : 0);

/** A breach starts at the limit, runs on inside the margin and ends past it. */
function runOn(since: number | null, seen: Observation, level: 1 | 2): number | null {
  if (seen.level >= level) return since ?? seen.at;
  return seen.heldLevel >= level ? since : null;
}

function held(since: number | null, at: number, ms: number): since is number {
  return since !== null && at - since >= ms;
}

function maybeOpen(
  track: Track,
  since: Track['since'],
  seen: Observation,
  policy: IncidentPolicy,
  factor: number,
): Step {
  const samples = track.samples + breaching(seen);
  const level = ([2, 1] as const).find((l) => held(since[l], seen.at, policy.hold[l] * factor));
  if (level === undefined) {
    const calm = since[1] === null && since[2] === null;
    if (calm && track.openings.length === 0) return QUIET_STEP;
    const peak = calm ? null : worse(track.peak, seen);
    return { track: { ...track, since, clear: NONE, peak, samples: calm ? 0 : samples } };
  }
  const peak = worse(track.peak, seen);
  const incident: OpenIncident = {
    level,
    worst: level,
    since: since[1] ?? since[2] ?? seen.at,
    openedAt: seen.at,
    peak: peak ?? seen.value,
    above: seen.above,
    samples,
  };
  const openings = [...track.openings.filter((at) => seen.at - at < FLAP_WINDOW_MS), seen.at];
  return { track: { since, clear: NONE, peak, samples, incident, openings }, transition: 'opened' };
}

function continueIncident(
  track: Track,
  open: OpenIncident,
  since: Track['since'],
  seen: Observation,
  policy: IncidentPolicy,
  factor: number,
): Step {
  const clearMs = policy.clearMs * factor;
  const clear = {
    1: seen.heldLevel < 1 ? (track.clear[1] ?? seen.at) : null,
    2: seen.heldLevel < 2 ? (track.clear[2] ?? seen.at) : null,
  };
  if (held(clear[1], seen.at, clearMs))
    return { track: { ...QUIET, openings: track.openings }, transition: 'closed', closed: open };

  const peak = worse(open.peak, seen) ?? open.peak;
  const samples = open.samples + breaching(seen);
  const timers = { ...track, since, clear, peak, samples };
  if (open.level === 1 && held(since[2], seen.at, policy.hold[2] * factor)) {
    const next: Track = { ...timers, incident: { ...open, level: 2, worst: 2, peak, samples } };
    // A fault that comes back inside the same incident was announced already.
    return open.worst === 2 ? { track: next } : { track: next, transition: 'raised' };
  }
  if (open.level === 2 && policy.hold[1] !== Infinity && held(clear[2], seen.at, clearMs))
    return { track: { ...timers, incident: { ...open, level: 1, peak, samples } }, transition: 'lowered' };
  const same = peak === open.peak && samples === open.samples;
  return { track: { ...timers, incident: same ? open : { ...open, peak, samples } } };
}
