/** Shortest and longest pause before a new start, ms. */
const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** Pause before the next start of something that ended this many times in a row. */
export function restartDelay(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
}

/** Allows something a number of times within a window of time, then no more. */
export class Budget {
  private readonly uses: number[] = [];

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Takes one use. @returns false when there is none left @param now ms */
  take(now: number): boolean {
    while (this.uses.length > 0 && now - (this.uses[0] ?? now) > this.windowMs) this.uses.shift();
    if (this.uses.length >= this.limit) return false;
    this.uses.push(now);
    return true;
  }
}
