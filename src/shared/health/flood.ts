/** At most this many popups … */
export const FLOOD_LIMIT = 10;
/** … within this time, ms; more at once is one event that a person handles as one. */
export const FLOOD_WINDOW_MS = 5 * 60_000;

/** What the flood limiter decided about one popup. */
export type FloodDecision = 'show' | 'notice' | 'suppress';

/** Lets popups through up to the limit, then asks for one notice, then suppresses until the window has passed. */
export class FloodLimiter {
  private shown: number[] = [];
  private noticed = false;

  /** Decides about a popup at this time. `notice`: not this popup, but one notice that many came at once. */
  decide(at: number): FloodDecision {
    // A clock that was set back must not hold popups up until it has caught up.
    this.shown = this.shown.filter((time) => time <= at && at - time < FLOOD_WINDOW_MS);
    if (this.shown.length < FLOOD_LIMIT) {
      this.noticed = false;
      this.shown.push(at);
      return 'show';
    }
    if (this.noticed) return 'suppress';
    this.noticed = true;
    return 'notice';
  }
}
