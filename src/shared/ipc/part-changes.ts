import type { MetricState, PartState } from '../health/state.js';
import type { Part } from '../sop/schema.js';

/** Newer readings of a card that otherwise says what it said before. */
export interface NewerReadings {
  readonly part: Part;
  /** Times of the readings, ms since 1970, in the order of the card's metrics. */
  readonly at: readonly number[];
  /** Their values, in the same order; null where the reading was missing before, too. */
  readonly values: readonly (number | null)[];
}

/** What became of the cards since they were told last. */
export interface PartChanges {
  /** Cards that say something else. */
  readonly parts: readonly PartState[];
  /** Cards whose readings are newer, and nothing else: what nearly every tick brings. */
  readonly newer: readonly NewerReadings[];
}

/** Finds what changed. @param before cards as they were told last; a part that is not in it is told whole */
export function findChanges(before: ReadonlyMap<Part, PartState>, after: readonly PartState[]): PartChanges {
  const parts: PartState[] = [];
  const newer: NewerReadings[] = [];
  for (const part of after) {
    const told = before.get(part.part);
    if (!told || !isSameBut(told, part, ['metrics']) || !areSameSeries(told.metrics, part.metrics))
      parts.push(part);
    else if (part.metrics.some(({ at, value }, index) => isNewer(told.metrics[index], at, value)))
      newer.push({
        part: part.part,
        at: part.metrics.map(({ at }) => at),
        values: part.metrics.map(({ value }) => value),
      });
  }
  return { parts, newer };
}

/** Puts changes on the cards before them. What did not change keeps its identity. */
export function applyChanges(
  before: readonly PartState[],
  { parts, newer }: PartChanges,
): readonly PartState[] {
  if (parts.length === 0 && newer.length === 0) return before;
  return before.map((part) => {
    const readings = newer.find((one) => one.part === part.part);
    if (readings) return { ...part, metrics: withReadings(part.metrics, readings) };
    return parts.find((one) => one.part === part.part) ?? part;
  });
}

function withReadings(metrics: readonly MetricState[], { at, values }: NewerReadings): MetricState[] {
  return metrics.map((state, index) => {
    const [time = state.at, value = null] = [at[index], values[index]];
    return isNewer(state, time, value) ? { ...state, at: time, value } : state;
  });
}

const isNewer = (state: MetricState | undefined, at: number, value: number | null): boolean =>
  state?.at !== at || state.value !== value;

/** Whether two lists are about the same series, of which each says the same but for its reading. */
function areSameSeries(before: readonly MetricState[], after: readonly MetricState[]): boolean {
  return (
    before.length === after.length &&
    after.every((state, index) => {
      const told = before[index];
      return told !== undefined && isSameBut(told, state, ['at', 'value']);
    })
  );
}

/** Whether two objects hold the same, some keys left out of it. What they hold in turn is small. */
function isSameBut<T extends object>(a: T, b: T, left: readonly (keyof T)[]): boolean {
  const keys = Object.keys(b) as (keyof T)[];
  return (
    keys.length === Object.keys(a).length &&
    keys.every((key) => left.includes(key) || a[key] === b[key] || isSameObject(a[key], b[key]))
  );
}

const isSameObject = (a: unknown, b: unknown): boolean =>
  typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
