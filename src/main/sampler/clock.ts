import { performance } from 'node:perf_hooks';

/** Time as the sampler sees it; injected, so that tests need not wait. */
export interface Clock {
  /** Wall clock, ms since 1970. May jump; only ever shown, never subtracted. */
  wall(): number;
  /** Clock that never jumps, ms. Rates, ages and schedules come from this one. */
  monotonic(): number;
  /** Calls `run` once after `ms`; the returned function cancels it. */
  setTimer(run: () => void, ms: number): () => void;
  /** Calls `run` every `ms`, the first time after as long; the returned function ends it. */
  every(ms: number, run: () => void): () => void;
}

/** The clocks of this machine. */
export const systemClock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  every: (ms, run) => {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};
