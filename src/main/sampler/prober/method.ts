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

/** Sends one probe; resolves to its outcome, at the time-out at the latest, and never rejects. */
export type SendProbe = () => Promise<Outcome>;

/** Runs a method whose probes are sent one by one from here, at a steady pace, not waiting for answers. */
export function pace(send: SendProbe, { count, intervalMs, signal, onOutcome }: ProbeRun): Promise<void> {
  return new Promise((resolve) => {
    let sent = 0;
    let known = 0;
    const end = (): void => {
      clearInterval(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const sendOne = async (): Promise<void> => {
      sent += 1;
      if (sent === count) clearInterval(timer);
      const outcome = await send();
      if (signal.aborted) return;
      onOutcome(outcome);
      known += 1;
      if (known === count) end();
    };
    const timer = setInterval(() => void sendOne(), intervalMs);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    else void sendOne();
  });
}

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
