import { setMaxListeners } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { Outcome } from './window.js';

/** An answer that takes longer than this counts as lost, ms. */
export const PROBE_TIMEOUT_MS = 1_000;

/** One series of probes. */
export interface ProbeRun {
  /** How many; Infinity: until the signal. */
  readonly count: number;
  readonly intervalMs: number;
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

/** Sends one probe and resolves to its outcome; never rejects. Gives up at once when the signal comes. */
export type SendProbe = (signal: AbortSignal) => Promise<Outcome>;

/** Runs a method whose probes are sent one by one from here, at a steady pace, not waiting for answers. */
export async function pace(
  send: SendProbe,
  { count, intervalMs, signal, onOutcome }: ProbeRun,
): Promise<void> {
  // Every probe on its way listens; that many are no leak.
  setMaxListeners(0, signal);
  const pending = new Set<Promise<void>>();
  let planned = performance.now();
  for (let index = 0; index < count && !signal.aborted; index += 1) {
    const probe = send(signal).then((outcome) => {
      pending.delete(probe);
      if (!signal.aborted) onOutcome(outcome);
    });
    pending.add(probe);
    // A late timer does not stretch the series, but time slept through is not made up for.
    planned = Math.max(planned + intervalMs, performance.now() - intervalMs);
    await sleep(planned - performance.now(), signal);
  }
  await Promise.all(pending);
}

/** Waits; returns early when the signal comes. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, ms));
    signal.addEventListener('abort', done);
  });
}
