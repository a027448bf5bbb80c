import type { Measurement } from '../record/evidence-schema.js';

/**
 * Adds the measurements of a run to those of a check. A first attempt takes the place of whatever was measured of the
 * same measures before (somebody repeats an item); a later one stands beside the earlier ones (it was borderline).
 */
export function withRun(before: readonly Measurement[], run: readonly Measurement[]): Measurement[] {
  const anew = new Set(run.filter(({ attempt }) => attempt === 1).map(({ measure }) => measure));
  const again = new Set(run.map(({ measure, attempt }) => `${measure} ${attempt}`));
  const kept = before.filter(
    ({ measure, attempt }) => !anew.has(measure) && !again.has(`${measure} ${attempt}`),
  );
  return [...kept, ...run];
}
