import type { Beat } from './beat.js';
import type { Outcome } from './window.js';

/** An answer that takes longer than this counts as lost, ms. */
export const PROBE_TIMEOUT_MS = 1_000;

/** One series of probes. */
export interface ProbeRun {
  /** How many; Infinity: until the signal. */
  readonly count: number;
  readonly intervalMs: number;
  /** With it, probes are sent at its beats instead of by the interval, and late ones are given up there. */
  readonly beat?: Beat | undefined;
  readonly signal: AbortSignal;
  /** Called once per probe, as soon as its outcome is known. */
  readonly onOutcome: (outcome: Outcome) => void;
}

/** A way of asking a target for a sign of life. */
export interface ProbeMethod {
  /** For people: `tcp 192.168.1.1:443`. */
  readonly name: string;
  /** Sends probes; resolves when all outcomes are known, when stopped, or when the method breaks down. */
  run(run: ProbeRun): Promise<void>;
}

/** Sends one probe and tells its outcome. @returns a function that gives the probe up */
export type SendProbe = (tell: (outcome: Outcome) => void) => () => void;

/** Waits; returns early when the signal comes. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, ms));
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
