import type { Sqlite } from './database.js';
import { saveIncident } from './incidents.js';
import { savePrecheck } from './prechecks.js';
import type { Job } from './protocol.js';
import { ReadingsWriter } from './readings.js';
import { addHappening, beginOnAir, endSpans, prolong } from './timeline.js';

/** An open database, and what is known about its series. */
export interface Target {
  readonly db: Sqlite;
  /** null: it must look again which series there are. */
  writer: ReadingsWriter | null;
}

/** Writes what a job says; belongs into a transaction. */
export function apply(target: Target, job: Job): void {
  const { db } = target;
  switch (job.type) {
    case 'batch':
      target.writer ??= new ReadingsWriter(db);
      target.writer.write(job.series);
      prolong(db, job.at);
      break;
    case 'incident':
      saveIncident(db, job.incident);
      break;
    case 'happening':
      addHappening(db, job.happening);
      break;
    case 'on-air':
      if (job.onAir) beginOnAir(db, job.at);
      else endSpans(db, job.at, 'on-air');
      break;
    case 'precheck':
      savePrecheck(db, job.seq, job.json);
      break;
    case 'end':
      endSpans(db, job.at);
  }
}
