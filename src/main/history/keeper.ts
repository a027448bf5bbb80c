import { statSync } from 'node:fs';
import type { HistoryStatus } from '../../shared/history/records.js';
import type { Sqlite } from './database.js';
import { classify, DamagedError, isDiskFull, RefusedError } from './failure.js';
import { carriedOn, findIncident, handleIncident, listIncidents } from './incidents.js';
import { takeInSpool } from './intake.js';
import { apply, type Target } from './jobs.js';
import { checkTable, LARGE_TABLES, openHistory, setHistoryAside } from './open.js';
import { Pending } from './pending.js';
import { readPrechecks } from './prechecks.js';
import type { Answers, HistoryNews, Job, Query, RunStart } from './protocol.js';
import { oldestRow, prune, prunedAt } from './retention.js';
import { readSeries, storedSeries } from './series.js';
import { spoolOf } from './spool.js';
import { beginRun, readTimeline } from './timeline.js';

/** How often what is too old is deleted, ms of the station's clock. */
const PRUNE_MS = 3_600_000;

/** Damaged files that are replaced in one go; a disk that spoils every new one is no place to write to. */
const REPLACEMENTS = 2;

/** The open database. */
interface Opened extends Target {
  /** Size of the file, bytes. It only grows: what is deleted leaves room for what comes. */
  bytes: number;
}

/** How an action ended: done, not possible now, or a defect of ours. */
type Outcome = 'done' | 'refused' | 'defect';

/**
 * Keeps the history whatever its disk does: jobs wait in memory until they are written, a damaged file is set aside, a
 * full or read-only disk is tried again with the next job. It never throws for the disk's sake.
 */
export class HistoryKeeper {
  private opened: Opened | null = null;
  private readonly pending = new Pending();
  private problem: string | null = null;

  constructor(
    private readonly start: RunStart,
    private readonly tell: (news: HistoryNews) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Opens the file, or begins one, and takes in what waits in the spool; tells when it can't. */
  open(): void {
    if (this.attempt(() => undefined) === 'done') this.pruneSometimes(this.now());
  }

  /** Stores something, now or as soon as it can be. @returns whether it is on disk; false, too, with a defect of ours */
  take(job: Job): boolean {
    this.pending.add(job);
    return this.drain();
  }

  /** Looks something up; what only waits in memory is not found. @throws Error when nothing can be read */
  answer<Q extends Query>(query: Q): Answers[Q['type']] {
    return this.find(query) as Answers[Q['type']];
  }

  private find(query: Query): Answers[Query['type']] {
    if (query.type === 'status') return this.status();
    const found: { value?: Answers[Query['type']] } = {};
    const outcome = this.attempt(({ db }) => {
      found.value = this.lookUp(db, query);
    });
    if (query.type === 'carried-on' && outcome === 'refused') return [];
    if (found.value === undefined) throw new Error(this.problem ?? 'the history can not be read');
    return found.value;
  }

  /** Looks for damage in the readings, which may be large. */
  check(): void {
    for (const table of LARGE_TABLES) this.attempt(({ db }) => checkTable(db, table));
  }

  /** Closes the file, unless something waits for it in memory. @returns whether it is closed */
  rest(): boolean {
    if (this.problem !== null || this.pending.first) return false;
    this.close();
    return true;
  }

  /** Closes the file. */
  close(): void {
    this.opened?.db.close();
    this.opened = null;
  }

  private lookUp(db: Sqlite, query: Exclude<Query, { type: 'status' }>): Answers[Query['type']] {
    switch (query.type) {
      case 'series':
        return readSeries(db, query.query, query.now);
      case 'incidents':
        return listIncidents(db, query.query);
      case 'timeline':
        return readTimeline(db, query.from, query.to);
      case 'find':
        return findIncident(db, query.id);
      case 'prechecks':
        return readPrechecks(db);
      case 'handle':
        return db.transaction(() => handleIncident(db, query.id, query.action, query.at));
      case 'carried-on':
        return carriedOn(db, query.now, query.reopenMs);
    }
  }

  private drain(): boolean {
    let outcome: Outcome = 'done';
    for (let job = this.pending.first; job; job = this.pending.first) {
      const due = job;
      outcome = this.attempt((opened) => this.store(opened, due));
      if (outcome === 'refused') return false;
      // A defect would come again for ever, and everything behind it would wait.
      this.pending.shift();
      if (due.type === 'batch') this.pruneSometimes(due.at);
    }
    if (this.problem !== null) this.tell({ type: 'stored' });
    this.problem = null;
    // What was taken last is the last that waits.
    return outcome === 'done';
  }

  private store(opened: Opened, job: Job): void {
    if (job.type === 'batch') this.checkFile(opened);
    opened.db.transaction(() => apply(opened, job));
    opened.bytes = Math.max(opened.bytes, this.fileBytes ?? 0);
  }

  private pruneSometimes(at: number): void {
    this.attempt((opened) => {
      if (Math.abs(at - prunedAt(opened.db)) < PRUNE_MS) return;
      prune(opened.db, at);
      opened.writer = null;
    });
  }

  /** The file that is open may be deleted, or cut by another program, which SQLite finds out late. */
  private checkFile(opened: Opened): void {
    const { fileBytes } = this;
    if (fileBytes === null) throw new RefusedError('the file was deleted');
    if (fileBytes < opened.bytes) throw new DamagedError('the file became shorter');
  }

  private get fileBytes(): number | null {
    return statSync(this.start.file, { throwIfNoEntry: false })?.size ?? null;
  }

  /** Does something with the database, and what is to be done when that fails. */
  private attempt(action: (opened: Opened) => void): Outcome {
    for (let tries = 0; ; tries += 1) {
      try {
        this.opened ??= this.openFile();
        action(this.opened);
        return 'done';
      } catch (error) {
        const kind = classify(error);
        const message = error instanceof Error ? error.message : String(error);
        if (kind === null) {
          this.tell({ type: 'defect', message: error instanceof Error ? (error.stack ?? message) : message });
          return 'defect';
        }
        this.letGo(error);
        if (kind === 'damaged' && tries < REPLACEMENTS && this.replace()) continue;
        this.keepInMemory(message);
        return 'refused';
      }
    }
  }

  private openFile(): Opened {
    const { file, startedAt, bootedAt, version } = this.start;
    const db = openHistory(file);
    try {
      const opened: Opened = { db, writer: null, bytes: 0 };
      // Before this run begins: it may be what an earlier one left.
      takeInSpool(opened, spoolOf(file), (message) => this.tell({ type: 'defect', message }));
      db.transaction(() => beginRun(db, startedAt, bootedAt, version));
      opened.bytes = this.fileBytes ?? 0;
      return opened;
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** A full disk can still be read; anything else is better opened anew. */
  private letGo(error: unknown): void {
    // It may know series that were undone with what failed.
    if (this.opened) this.opened.writer = null;
    if (!isDiskFull(error)) this.close();
  }

  private keepInMemory(problem: string): void {
    if (this.problem === null) this.tell({ type: 'memory', problem });
    this.problem = problem;
  }

  private replace(): boolean {
    try {
      const file = setHistoryAside(this.start.file, new Date(this.now()));
      this.tell({ type: 'set-aside', file });
      return true;
    } catch {
      return false;
    }
  }

  private status(): HistoryStatus {
    const found: { series?: HistoryStatus['series']; oldest?: number | null } = {};
    this.attempt(({ db }) => {
      found.series = storedSeries(db);
      found.oldest = oldestRow(db, 'hour');
    });
    const { file } = this.start;
    return {
      state: this.problem === null ? 'stored' : 'memory',
      file,
      bytes: this.fileBytes ?? 0,
      ...(this.problem !== null && { problem: this.problem }),
      oldest: found.oldest ?? null,
      series: found.series ?? [],
    };
  }
}
