import type { RequestName } from './requests.js';

/** Somebody who waits for an answer. */
export interface Waiter {
  readonly resolve: (data: Readonly<Record<string, unknown>>) => void;
  readonly reject: (error: Error) => void;
}

/** One request, and all who wait for its answer. */
export interface Job {
  readonly name: RequestName;
  readonly waiters: Set<Waiter>;
}

/** A job that the host works on. */
export interface RunningJob extends Job {
  readonly id: number;
  readonly timer: NodeJS.Timeout;
}

/** The requests of one lane: one runs, the others wait in order, and no name waits twice. */
export class Lane {
  running: RunningJob | null = null;
  readonly #waiting: Job[] = [];

  /** The job of that name that an asker can join: the one that runs, or the one that waits; else a new one. */
  join(name: RequestName): Job {
    if (this.running?.name === name) return this.running;
    const waiting = this.#waiting.find((job) => job.name === name);
    if (waiting !== undefined) return waiting;
    const job: Job = { name, waiters: new Set() };
    this.#waiting.push(job);
    return job;
  }

  /** The next job that anybody still waits for. */
  next(): Job | null {
    for (;;) {
      const job = this.#waiting.shift();
      if (job === undefined) return null;
      if (job.waiters.size > 0) return job;
    }
  }

  /** Whether anybody waits for a job that has not begun. */
  get isWaitedFor(): boolean {
    return this.#waiting.some(({ waiters }) => waiters.size > 0);
  }

  /** Ends the job that runs; its askers learn why. */
  failRunning(error: Error): void {
    const job = this.running;
    this.running = null;
    if (job === null) return;
    clearTimeout(job.timer);
    for (const waiter of job.waiters) waiter.reject(error);
  }

  /** Ends the jobs that have not begun. */
  failWaiting(error: Error): void {
    for (const job of this.#waiting.splice(0)) for (const waiter of job.waiters) waiter.reject(error);
  }
}
