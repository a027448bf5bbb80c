import type { Clock } from '../../../src/main/sampler/clock.js';

/** A clock that only moves when told. */
export class FakeClock implements Clock {
  now = 1_000;
  wallOffset = 1_700_000_000_000;
  #timers: { at: number; run: () => void }[] = [];

  wall = (): number => this.wallOffset + this.now;
  monotonic = (): number => this.now;

  setTimer = (run: () => void, ms: number): (() => void) => {
    const timer = { at: this.now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  every = (ms: number, run: () => void): (() => void) => {
    let cancel: () => void;
    const again = (): void => {
      cancel = this.setTimer(() => {
        again();
        run();
      }, ms);
    };
    again();
    return () => cancel();
  };

  /** Moves on, running what falls due, with time for promises in between. */
  async advance(ms: number): Promise<void> {
    const end = this.now + ms;
    await settle();
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers = this.#timers.filter((each) => each !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
      await settle();
    }
    this.now = end;
  }

  /** Time passes without a timer firing, as when the machine sleeps. */
  sleep(ms: number): void {
    this.now += ms;
  }
}

/** Lets pending promises run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
