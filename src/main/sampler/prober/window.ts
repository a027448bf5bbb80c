/** How far back loss, latency and jitter look, ms (dictionary: "last 60 s"). */
export const WINDOW_MS = 60_000;

/** Fewer probes than this say nothing: one lost of five would be 20 % (ours). */
export const MIN_PROBES = 10;

/** Outcome of one probe: round trip in ms, or null when no valid answer came in time. */
export type Outcome = number | null;

/** What the probes of the window tell. */
export interface ProbeSummary {
  readonly sent: number;
  readonly lost: number;
  /** Share of lost probes, %. */
  readonly loss: number;
  /** Mean round trip of the answered ones, ms; null when none was. */
  readonly latency: number | null;
  /**
   * Mean absolute difference of consecutive round trips, ms: what RFC 3550 calls interarrival jitter, as a plain
   * mean instead of its running average, so that it belongs to the same 60 s as the rest. null below two.
   */
  readonly jitter: number | null;
}

/** The outcomes of the last {@link WINDOW_MS}. */
export class ProbeWindow {
  #outcomes: { readonly at: number; readonly outcome: Outcome }[] = [];
  readonly #spanMs: number;

  constructor(spanMs: number = WINDOW_MS) {
    this.#spanMs = spanMs;
  }

  add(at: number, outcome: Outcome): void {
    this.#outcomes.push({ at, outcome });
    this.#forgetBefore(at - this.#spanMs);
  }

  clear(): void {
    this.#outcomes = [];
  }

  summary(now: number): ProbeSummary {
    this.#forgetBefore(now - this.#spanMs);
    const sent = this.#outcomes.length;
    let answered = 0;
    let trips = 0;
    let steps = 0;
    let last: Outcome = null;
    for (let index = 0; index < sent; index += 1) {
      const trip = this.#outcomes[index]?.outcome ?? null;
      if (trip === null) continue;
      answered += 1;
      trips += trip;
      if (last !== null) steps += Math.abs(trip - last);
      last = trip;
    }
    const lost = sent - answered;
    return {
      sent,
      lost,
      loss: sent === 0 ? 0 : (100 * lost) / sent,
      latency: answered === 0 ? null : trips / answered,
      jitter: answered < 2 ? null : steps / (answered - 1),
    };
  }

  #forgetBefore(time: number): void {
    let old = 0;
    while ((this.#outcomes[old]?.at ?? time) < time) old += 1;
    if (old > 0) this.#outcomes.splice(0, old);
  }
}
