/** A timer that fires this much late, ms, says that this process was held up, not the one that is watched. */
const HELD_UP_MS = 1_000;

/**
 * Calls out when something that is expected does not happen in time. Setting the timer wakes the process once more, and
 * letting it run out for nothing twice: so news only moves the time that counts, and sets the timer anew when half of its
 * time is over.
 */
export class Watchdog {
  private timer: NodeJS.Timeout | undefined;
  /** When the timer is set for, and when silence is to be called out, ms of the monotonic clock. */
  private timerAt = 0;
  private due = 0;
  private withinMs = 0;

  constructor(private readonly onSilence: () => void) {}

  /** Waits for news anew. @param withinMs time until silence is called out */
  expect(withinMs: number): void {
    this.withinMs = withinMs;
    const now = performance.now();
    this.due = now + withinMs;
    const isHalfOver = this.timerAt - now < withinMs / 2;
    if (this.timer === undefined || this.timerAt > this.due || isHalfOver) this.setTimer();
  }

  /** Waits for nothing. */
  rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private setTimer(): void {
    clearTimeout(this.timer);
    this.timerAt = this.due;
    this.timer = setTimeout(() => this.look(), Math.max(1, this.due - performance.now()));
  }

  private look(): void {
    this.timer = undefined;
    const now = performance.now();
    // Windows stops our timers while a title bar is held, and sleep does without a word: the news may be queued.
    if (now - this.timerAt > HELD_UP_MS) this.expect(this.withinMs);
    else if (now < this.due) this.setTimer();
    else this.onSilence();
  }
}
