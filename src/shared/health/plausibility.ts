import { metricSpec } from '../metrics/dictionary.js';
import type { Reading } from '../metrics/reading.js';

/** Largest believable change of the CPU temperature between two ticks, °C. */
export const MAX_TEMPERATURE_JUMP = 80;
/** A CPU temperature that stays the same this long, ms, … */
export const STUCK_AFTER_MS = 3_600_000;
/** … while the load moved by more than this, points, comes from a stuck sensor. */
export const STUCK_LOAD_SPAN = 30;

/** What the gate remembers of a series. Raw values: judged or not. */
export interface GateMemory {
  readonly last: number;
  readonly since: number;
  readonly loadMin: number;
  readonly loadMax: number;
}

/** Whether a value may be believed, and what to remember for the next one. */
export interface GateResult {
  readonly plausible: boolean;
  readonly memory: GateMemory | undefined;
}

/**
 * Sorts out values no sensor can mean: beyond the metric's physical bounds, yes/no values in between, and for the
 * CPU temperature impossible jumps and a sensor that no longer moves with the load.
 * @param load latest CPU load in percent, null when unknown
 * @param fresh true after a gap: the last value is no neighbour of this one
 */
export function gate(
  reading: Reading,
  memory: GateMemory | undefined,
  load: number | null,
  fresh: boolean,
): GateResult {
  const { value, metric, at } = reading;
  if (value === null) return { plausible: true, memory };
  const spec = metricSpec(metric);
  const inBounds =
    Number.isFinite(value) &&
    value >= (spec.min ?? -Infinity) &&
    value <= (spec.max ?? Infinity) &&
    (spec.unit !== 'bool' || Number.isInteger(value));
  if (metric !== 'cpu.temperature') return { plausible: inBounds, memory: undefined };
  const previous = fresh ? undefined : memory;
  const next = remember(previous, value, at, load);
  const jumped = previous !== undefined && Math.abs(value - previous.last) > MAX_TEMPERATURE_JUMP;
  const stuck = at - next.since >= STUCK_AFTER_MS && next.loadMax - next.loadMin > STUCK_LOAD_SPAN;
  return { plausible: inBounds && !jumped && !stuck, memory: next };
}

function remember(
  previous: GateMemory | undefined,
  value: number,
  at: number,
  load: number | null,
): GateMemory {
  if (previous === undefined || previous.last !== value)
    return { last: value, since: at, loadMin: load ?? Infinity, loadMax: load ?? -Infinity };
  if (load === null || (load >= previous.loadMin && load <= previous.loadMax)) return previous;
  return {
    ...previous,
    loadMin: Math.min(previous.loadMin, load),
    loadMax: Math.max(previous.loadMax, load),
  };
}
