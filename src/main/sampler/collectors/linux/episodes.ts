import type { MetricId } from '../../../../shared/metrics/dictionary.js';
import type { Sample } from '../../collector.js';
import { shortTime } from '../times.js';

/** Something that happened, at a time of the wall clock, ms. */
export interface Occurrence {
  readonly at: number;
  /** For the note. */
  readonly text: string;
}

/** Lines closer together than this tell of one and the same event, ms (ours): the kernel repeats a hang every two minutes. */
const SAME_EVENT_MS = 10 * 60_000;

/** How many times a note names; it has to stay short. */
const TIMES_IN_NOTE = 5;

/** Puts together what belongs to one event: the first of each row of occurrences without a pause. */
export function episodes(occurrences: readonly Occurrence[]): Occurrence[] {
  const sorted = [...occurrences].sort((a, b) => a.at - b.at);
  return sorted.filter((each, index) => {
    const before = sorted[index - 1];
    return before === undefined || each.at - before.at >= SAME_EVENT_MS;
  });
}

/** Reading of how many there were since a time, with the newest in the note. */
export function countSample(
  metric: MetricId,
  source: string,
  occurrences: readonly Occurrence[],
  since: number,
): Sample {
  const recent = occurrences.filter(({ at }) => at > since).sort((a, b) => b.at - a.at);
  const note = recent
    .slice(0, TIMES_IN_NOTE)
    .map(({ at, text }) => `${shortTime(at)} ${text}`.trim())
    .join(', ');
  return { metric, source, value: recent.length, ...(note === '' ? {} : { note }) };
}
