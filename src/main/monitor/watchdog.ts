/** A timer that fires this much late, ms, says that this process was held up, not the one that is watched. */
const HELD_UP_MS = 1_000;

/** Calls out when something that is expected does not happen in time. */
export class Watchdog {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly onSilence: () => void) {}

  /** Waits for news anew. @param withinMs time until silence is called out */
  expect(withinMs: number): void {
    this.rest();
    const due = performance.now() + withinMs;
    this.timer = setTimeout(() => {
      // Windows stops our timers while a title bar is held, and sleep does without a word: the news may be queued.
      if (performance.now() - due > HELD_UP_MS) this.expect(withinMs);
      else this.onSilence();
    }, withinMs);
  }

  /** Waits for nothing. */
  rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
