/**
 * The guided take for camera and microphone together: first stay quiet, then read a line aloud, then wave.
 * `other` is everything outside it; it counts for peaks and levels, and belongs to no phase.
 */
export type TakePhase = 'quiet' | 'speech' | 'wave' | 'other';

/** The phases in order, with start and end in ms from the start of the take. */
export const TAKE_PLAN = [
  { phase: 'quiet', from: 0, to: 3_000 },
  { phase: 'speech', from: 3_000, to: 8_000 },
  { phase: 'wave', from: 8_000, to: 10_000 },
] as const satisfies readonly { phase: TakePhase; from: number; to: number }[];

/** Length of the take, ms. */
export const TAKE_MS = 10_000;

/** Phase at a time of the take. @param ms since its start */
export function phaseAt(ms: number): TakePhase {
  return TAKE_PLAN.find(({ from, to }) => ms >= from && ms < to)?.phase ?? 'other';
}
