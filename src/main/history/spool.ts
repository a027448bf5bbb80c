import { createHash, randomInt } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  write,
} from 'node:fs';
import { promisify } from 'node:util';
import type { Job } from './protocol.js';

/** Jobs that may wait on disk until the database is open the next time. */
export type SpooledJob = Extract<Job, { type: 'batch' | 'incident' | 'happening' | 'on-air' }>;

/** Whether a job may wait there; the record of a check may be refused by the database, and the end belongs into it. */
export function isSpooled(job: Job): job is SpooledJob {
  return job.type !== 'precheck' && job.type !== 'end';
}

/** The spool of a database. */
export const spoolOf = (file: string): string => `${file}-spool`;

/** A job in a spool. */
export interface SpoolEntry {
  /** Who wrote it: a number of the run of the program. */
  readonly writer: number;
  /** Its place among those of its writer, from 1. */
  readonly seq: number;
  readonly job: SpooledJob;
}

/** What a line holds. */
type Line = readonly [writer: number, seq: number, job: SpooledJob];

/** Age, ms, and size, bytes, at which a spool wants to be taken into the database. */
const MOST_AGE_MS = 600_000;
const MOST_BYTES = 4_194_304;

/** Greatest number of a writer, less than what a database stores exactly. */
const WRITERS = 2 ** 47;

/** A job that is on its way to the disk. */
interface Waiting {
  readonly line: string;
  readonly isWritten: (isWritten: boolean) => void;
}

/**
 * A file of jobs, appended to while no thread has the database open; whoever opens that takes them in. What is said to be
 * written has reached the disk.
 */
export class Spool {
  private readonly writer = randomInt(WRITERS - 1) + 1;
  private seq = 0;
  private bytes = 0;
  private since = Number.NaN;
  private queue: Waiting[] = [];
  /** Settled when nothing is on its way to the disk; null: nothing is. */
  writing: Promise<void> | null = null;

  /** @param file of the spool @param clock monotonic, ms */
  constructor(
    private readonly file: string,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Whether it is time to take it into the database. */
  get isDue(): boolean {
    return this.bytes > MOST_BYTES || this.clock() - this.since >= MOST_AGE_MS;
  }

  /** Writes a job behind the others. @returns whether it has reached the disk */
  append(job: SpooledJob): Promise<boolean> {
    this.seq += 1;
    const line = JSON.stringify([this.writer, this.seq, job] satisfies Line);
    const written = new Promise<boolean>((isWritten) => this.queue.push({ line, isWritten }));
    // A moment later: what is stored at the same time is written in one go, for every step of a file wakes two threads.
    this.writing ??= Promise.resolve().then(() => this.write());
    return written;
  }

  /** It is taken into the database now. */
  taken(): void {
    this.bytes = 0;
    this.since = Number.NaN;
  }

  private async write(): Promise<void> {
    while (this.queue.length > 0) {
      const due = this.queue;
      this.queue = [];
      const isWritten = await appendLines(
        this.file,
        due.map(({ line }) => line),
      );
      if (isWritten) {
        if (Number.isNaN(this.since)) this.since = this.clock();
        for (const { line } of due) this.bytes += line.length;
      } else {
        // What comes later must not be stored before what could not be.
        due.push(...this.queue);
        this.queue = [];
      }
      for (const one of due) one.isWritten(isWritten);
    }
    this.writing = null;
  }
}

const writeAsync = promisify(write);

async function appendLines(file: string, lines: readonly string[]): Promise<boolean> {
  try {
    // "s": what is written has reached the disk. Only this waits for it, so only this is left to a thread.
    const opened = openSync(file, 'as');
    try {
      // The line break comes first: a line that was cut off ends before the next one.
      const text = Buffer.from(lines.map((line) => `\n${sumOf(line)} ${line}`).join(''));
      const { bytesWritten } = await writeAsync(opened, text);
      if (bytesWritten === text.length) return true;
      // The disk is full. Whoever is told so stores the jobs elsewhere: none of them may be here as well.
      ftruncateSync(opened, fstatSync(opened).size - bytesWritten);
      return false;
    } finally {
      closeSync(opened);
    }
  } catch {
    return false;
  }
}

/** What a spool holds. */
export interface SpoolContent {
  /** In the order in which they were written. */
  readonly entries: readonly SpoolEntry[];
  /** Lines that can't be read: a power cut may have spoiled the last. */
  readonly spoiled: number;
}

/** Reads a spool; null: there is none. @throws errors of files */
export function readSpool(file: string): SpoolContent | null {
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const entries = lines.flatMap(entryOf);
  return { entries, spoiled: lines.length - entries.length };
}

/** Removes a spool whose jobs are in the database. @returns whether it is gone; another program may hold it */
export function removeSpool(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
}

function entryOf(line: string): SpoolEntry[] {
  const [sum, text] = [line.slice(0, SUM_LENGTH), line.slice(SUM_LENGTH + 1)];
  if (sum !== sumOf(text)) return [];
  const [writer, seq, job] = JSON.parse(text) as Line;
  return [{ writer, seq, job }];
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const SUM_LENGTH = sumOf('').length;
