import type { Job } from './protocol.js';

/** Batches kept while nothing can be written: an hour of readings, some megabytes. */
const BATCHES = 60;
/** Other jobs kept: more than the popups and incidents of a day. */
const OTHERS = 2_000;

/**
 * Jobs that wait to be written, oldest first, bounded: the oldest readings go before any incident does. Records of checks,
 * a few a day, are kept whatever their number: they are proof.
 */
export class Pending {
  private jobs: Job[] = [];

  /** The next job. */
  get first(): Job | undefined {
    return this.jobs[0];
  }

  /** The next job is done. */
  shift(): void {
    this.jobs.shift();
  }

  /** Takes a job in. An incident, or the record of a check, replaces what waits of the same one. */
  add(job: Job): void {
    const index = this.jobs.findIndex((one) => isSame(one, job));
    if (index >= 0) this.jobs.splice(index, 1);
    this.jobs.push(job);
    this.limit((one) => one.type === 'batch', BATCHES);
    this.limit((one) => one.type !== 'batch' && one.type !== 'precheck', OTHERS);
  }

  private limit(is: (job: Job) => boolean, most: number): void {
    if (this.jobs.length <= most || this.jobs.filter(is).length <= most) return;
    this.jobs.splice(this.jobs.findIndex(is), 1);
  }
}

function isSame(one: Job, other: Job): boolean {
  if (one.type === 'incident') return other.type === 'incident' && one.incident.id === other.incident.id;
  return one.type === 'precheck' && other.type === 'precheck' && one.seq === other.seq;
}
