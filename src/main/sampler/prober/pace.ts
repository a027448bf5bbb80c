import { PROBE_TIMEOUT_MS, type ProbeRun, type SendProbe } from './method.js';
import type { Outcome } from './window.js';

/** A probe whose outcome is not known yet. */
interface OpenProbe {
  readonly sentAt: number;
  giveUp: () => void;
  readonly settle: (outcome: Outcome) => void;
}

/** Runs a method whose probes are sent one by one from here, not waiting for answers. */
export function pace(send: SendProbe, run: ProbeRun): Promise<void> {
  return new Promise((resolve) => new Pacer(send, run, resolve).start());
}

class Pacer {
  readonly #open = new Set<OpenProbe>();
  #stopSending: () => void = () => undefined;
  #sent = 0;
  #known = 0;

  constructor(
    private readonly send: SendProbe,
    private readonly run: ProbeRun,
    private readonly onEnd: () => void,
  ) {}

  start(): void {
    const { beat, intervalMs, signal } = this.run;
    if (signal.aborted) {
      this.onEnd();
      return;
    }
    signal.addEventListener('abort', this.#end);
    if (beat) {
      this.#stopSending = beat.on((probes) => {
        this.#expire(performance.now());
        for (let one = 0; one < probes; one += 1) this.#sendOne();
      });
    } else {
      const timer = setInterval(() => this.#sendOne(), intervalMs);
      this.#stopSending = () => clearInterval(timer);
    }
    this.#sendOne();
  }

  #sendOne(): void {
    if (this.#sent === this.run.count) return;
    this.#sent += 1;
    if (this.#sent === this.run.count) this.#stopSending();
    const sentAt = performance.now();
    const settle = (outcome: Outcome): void => {
      if (!this.#open.delete(probe)) return;
      // Heard of only now, because nobody looked earlier: it is late all the same.
      this.run.onOutcome(outcome !== null && outcome <= PROBE_TIMEOUT_MS ? outcome : null);
      this.#known += 1;
      if (this.#known === this.run.count) this.#end();
    };
    const probe: OpenProbe = { sentAt, settle, giveUp: () => undefined };
    this.#open.add(probe);
    probe.giveUp = this.send(settle);
    if (!this.run.beat) setTimeout(() => this.#giveUp(probe), PROBE_TIMEOUT_MS).unref();
  }

  #expire(now: number): void {
    for (const probe of this.#open) if (now - probe.sentAt >= PROBE_TIMEOUT_MS) this.#giveUp(probe);
  }

  #giveUp(probe: OpenProbe): void {
    if (!this.#open.has(probe)) return;
    probe.settle(null);
    probe.giveUp();
  }

  readonly #end = (): void => {
    this.#stopSending();
    this.run.signal.removeEventListener('abort', this.#end);
    const left = [...this.#open];
    // Stopped in the middle: nothing may stay open, and nothing of it counts.
    this.#open.clear();
    for (const probe of left) probe.giveUp();
    this.onEnd();
  };
}
