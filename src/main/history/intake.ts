import { seriesKey } from '../../shared/metrics/reading.js';
import { classify } from './failure.js';
import { apply, type Target } from './jobs.js';
import type { Job } from './protocol.js';
import type { BatchSeries } from './readings.js';
import { readSpool, removeSpool, type SpoolEntry } from './spool.js';

type Batch = Extract<Job, { type: 'batch' }>;

/** Names of the facts that say how far what a writer spooled is stored. */
const FACT = 'spool.';

/**
 * Stores what waits in a spool, and removes it. What is stored and how far that goes is one transaction, so that a kill
 * doubles nothing.
 * @param tell of what can't be stored, and never can
 * @throws errors for which {@link classify} gives a kind
 */
export function takeInSpool(target: Target, file: string, tell: (message: string) => void): void {
  const spool = readSpool(file);
  if (!spool) return;
  if (spool.spoiled > 0) tell(`lines of the history's spool that can't be read: ${spool.spoiled}`);
  const fresh = spool.entries.filter(({ writer, seq }) => seq > storedUpTo(target, writer));
  try {
    store(target, fresh);
  } catch (error) {
    target.writer = null;
    if (classify(error) !== null) throw error;
    oneByOne(target, fresh, tell);
  }
  if (removeSpool(file)) target.db.run(`DELETE FROM fact WHERE name GLOB '${FACT}*'`);
}

function store(target: Target, entries: readonly SpoolEntry[]): void {
  const jobs = entries.map(({ job }) => job);
  const batches = jobs.filter((job) => job.type === 'batch');
  const last = new Map(entries.map(({ writer, seq }) => [writer, seq]));
  target.db.transaction(() => {
    for (const job of jobs) if (job.type !== 'batch') apply(target, job);
    // In one go ten minutes cost little more than one; and last, so that what began meanwhile is prolonged, too.
    if (batches.length > 0) apply(target, joined(batches));
    for (const [writer, seq] of last)
      target.db.run('INSERT OR REPLACE INTO fact VALUES (?, ?)', `${FACT}${writer}`, seq);
  });
}

/** A defect of ours in one job must not cost the others. */
function oneByOne(target: Target, entries: readonly SpoolEntry[], tell: (message: string) => void): void {
  for (const entry of entries)
    try {
      store(target, [entry]);
    } catch (error) {
      target.writer = null;
      if (classify(error) !== null) throw error;
      tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
}

function storedUpTo({ db }: Target, writer: number): number {
  return db.number('SELECT CAST(value AS INTEGER) FROM fact WHERE name = ?', `${FACT}${writer}`);
}

/** The same readings as one batch; each series once, or it would be merged into its rows again and again. */
function joined(batches: readonly Batch[]): Batch {
  const bySeries = new Map<string, { at: number[]; values: (number | null)[]; of: BatchSeries }>();
  for (const of of batches.flatMap(({ series }) => series)) {
    const key = seriesKey(of.metric, of.instance);
    const all = bySeries.get(key) ?? { at: [], values: [], of };
    bySeries.set(key, all);
    all.at.push(...of.at);
    all.values.push(...of.values);
  }
  const series = [...bySeries.values()].map(({ of, at, values }): BatchSeries => ({ ...of, at, values }));
  return { type: 'batch', at: Math.max(...batches.map(({ at }) => at)), series };
}
