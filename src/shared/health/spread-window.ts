import { summary } from '../baseline/statistics.js';
import { SPREAD_WINDOW_MS } from '../sop/schema.js';

/** Values kept: one a second for the whole window; of a denser trace the oldest go. */
const CAPACITY = SPREAD_WINDOW_MS / 1_000;
/** Fewer values say nothing about a spread. */
const LEAST = 10;

/** The last values of a series, for telling how far apart they are. */
export class SpreadWindow {
  private kept: { readonly at: number; readonly value: number }[] = [];

  /** How far apart the middle eight tenths are, as in a baseline; undefined: too few values to say. */
  get spread(): number | undefined {
    if (this.kept.length < LEAST) return undefined;
    return summary(this.kept.map(({ value }) => value))?.spread;
  }

  /** Keeps a value. @param at ms since 1970; values from after it go, for the clock was set back */
  note(at: number, value: number): void {
    this.kept = this.kept.filter((one) => one.at <= at && at - one.at < SPREAD_WINDOW_MS).slice(1 - CAPACITY);
    this.kept.push({ at, value });
  }
}
