/** Share of one core above which monitoring is a fault of ours, % (ours: a hundred times what it should be). */
export const CPU_LIMIT = 20;
/** How long it may take that, ms: a short look at everything is no fault. */
export const CPU_HOLD_MS = 60_000;
/** Memory above which the sampler is replaced, bytes (ours: five times what it takes on a busy machine). */
export const MEMORY_LIMIT = 500_000_000;
/** Least time between two replacements, ms: what a new process takes at once, another one would take, too. */
export const RESTART_PAUSE_MS = 600_000;

/** What the program costs, as it was last measured; null: not known. */
export interface OwnCost {
  /** % of one core. */
  readonly cpu: number | null;
  /** Bytes. */
  readonly memory: number | null;
}

/** What is to be done about it: read less often, or begin with a new process. */
export type Relief = 'slow-down' | 'restart';

/** Watches what watching costs: a monitor that eats the machine is a fault of ours. */
export class SelfGuard {
  private busySince: number | null = null;
  private restartedAt = Number.NEGATIVE_INFINITY;

  /** Takes note of the cost. @param at ms of any clock @returns what is to be done now; undefined: nothing */
  note({ cpu, memory }: OwnCost, at: number): Relief | undefined {
    if (memory !== null && memory > MEMORY_LIMIT && Math.abs(at - this.restartedAt) >= RESTART_PAUSE_MS) {
      this.restartedAt = at;
      this.busySince = null;
      return 'restart';
    }
    if (cpu === null || cpu <= CPU_LIMIT) {
      this.busySince = null;
      return undefined;
    }
    // A clock that was set back begins the time anew.
    if (this.busySince === null || this.busySince > at) this.busySince = at;
    if (at - this.busySince < CPU_HOLD_MS) return undefined;
    this.busySince = at;
    return 'slow-down';
  }
}
