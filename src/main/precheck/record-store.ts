import { setTimeout as sleep } from 'node:timers/promises';
import type { Notice } from '../../shared/ipc/contract.js';
import type { RecordKeeping } from '../../shared/ipc/precheck.js';
import { canonicalJson } from '../../shared/precheck/record/canonical.js';
import {
  appendEntry,
  type ChainCheck,
  type ChainHead,
  EMPTY_CHAIN,
  headAfter,
} from '../../shared/precheck/record/chain.js';
import type { PrecheckRecord } from '../../shared/precheck/record/schema.js';
import type { HistoryClient } from '../history/client.js';
import type { Log } from '../log/log.js';
import { Emitter } from '../monitor/emitter.js';
import { parseEntry } from './entry.js';
import { sha256 } from './hash.js';
import { HeadFile } from './head-file.js';
import type { PrecheckRecords, RecordEntry } from './records.js';
import { takeOver } from './take-over.js';
import { verifyRecords } from './verify.js';

/** Longest wait for the history, ms; a disk that hangs must hold up neither the start nor a check. */
const WAIT_MS = 5_000;

/** What the store needs from outside. */
export interface RecordStoreOptions {
  /** Folder of the user's data. */
  readonly folder: string;
  /** null: no history is kept, because this is a replay. */
  readonly history: Pick<HistoryClient, 'ask' | 'store'> | null;
  readonly onNotice: (notice: Notice) => void;
  readonly now: () => Date;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Records of checks: in memory, and in the history's database as soon as that takes them; the head of their chain apart,
 * in `precheck-head.json`. A chain that is not as it was written is reported; with the next record, which says so, another
 * one begins.
 */
export class RecordStore implements PrecheckRecords {
  readonly changes = new Emitter<void>();
  private readonly headFile: HeadFile;
  private entries: RecordEntry[] = [];
  /** Those that are not on disk yet, oldest first. */
  private waiting: RecordEntry[] = [];
  private isRead = false;
  private found: ChainCheck = { ok: true };
  /** The head that was kept when the records were read. */
  private kept: ChainHead;
  private end: ChainHead;
  /** One thing after the other. */
  private work = Promise.resolve();

  constructor(private readonly options: RecordStoreOptions) {
    this.headFile = new HeadFile(options.folder);
    // Until they can be read, what is new follows on the head.
    this.kept = (options.history && this.headFile.read()) ?? EMPTY_CHAIN;
    this.end = this.kept;
  }

  get head(): ChainHead {
    return this.end;
  }

  get check(): ChainCheck {
    return this.found;
  }

  get keeping(): RecordKeeping {
    if (!this.options.history) return 'off';
    if (!this.isRead) return 'unread';
    return this.waiting.length > 0 ? 'waiting' : 'stored';
  }

  list(): readonly RecordEntry[] {
    return this.entries;
  }

  last(): RecordEntry | undefined {
    return this.entries.at(-1);
  }

  /** Reads all records; what is not read in {@link WAIT_MS} comes later. */
  async open(): Promise<void> {
    await inTime(this.retry());
  }

  async append(record: PrecheckRecord): Promise<RecordEntry> {
    const entry = this.add(record);
    await inTime(this.retry());
    // It has another place when records of earlier runs were read only now.
    return this.entries.findLast(({ record: { id } }) => id === record.id) ?? entry;
  }

  /** Does what could not be done before: reads, writes. To be called when the history can be used again. */
  retry(): Promise<void> {
    this.work = this.work.then(() => this.attempt());
    return this.work;
  }

  private async attempt(): Promise<void> {
    const { history, log } = this.options;
    if (!history) return;
    try {
      if (!this.isRead) await this.read(history);
      await this.write(history);
    } catch (error) {
      log.warn('records of checks: the history can not be used', error);
    }
    this.changes.emit();
  }

  /** Writes all records again, into a history that does not know them. */
  async storeAgain(): Promise<void> {
    if (!this.isRead) return;
    this.waiting = [...this.entries];
    await this.retry();
  }

  private async read(history: NonNullable<RecordStoreOptions['history']>): Promise<void> {
    const { folder, onNotice, now } = this.options;
    const rows = (await history.ask({ type: 'prechecks' })).map(parseEntry);
    const old = await takeOver({
      folder,
      there: rows.flatMap((row) => row ?? []),
      store: (entry) => storeIn(history, entry),
      onSetAside: (detail) => onNotice({ code: 'precheck-set-aside', detail }),
      now,
    });
    const all = [...rows, ...old];
    const { check, head } = verifyRecords(all, this.headFile.read());
    const made = this.entries;
    this.entries = all.flatMap((row) => row ?? []);
    const last = this.entries.at(-1);
    [this.isRead, this.found, this.kept, this.waiting] = [true, check, head, []];
    this.end = last ? headAfter(last) : EMPTY_CHAIN;
    if (!check.ok) onNotice({ code: 'precheck-changed', detail: String(check.problem.seq) });
    for (const { record } of made) this.add(record);
  }

  private add(record: PrecheckRecord): RecordEntry {
    const { found, kept, end } = this;
    const entry = found.ok
      ? appendEntry(end, record, sha256)
      : appendEntry(
          // No number is given twice, also where the last ones were cut or others added.
          { hash: kept.hash, count: Math.max(kept.count, end.count) },
          { ...record, breach: { ...found.problem, head: kept } },
          sha256,
        );
    this.entries.push(entry);
    this.waiting.push(entry);
    this.end = headAfter(entry);
    this.found = { ok: true };
    return entry;
  }

  private async write(history: NonNullable<RecordStoreOptions['history']>): Promise<void> {
    const due = [...this.waiting];
    const stored = await Promise.all(due.map((entry) => storeIn(history, entry)));
    this.waiting = this.waiting.filter((entry) => !stored[due.indexOf(entry)]);
    // A head without its record would be one of which the end was cut.
    if (due.length > 0 && this.waiting.length === 0) this.headFile.write(this.end);
  }
}

/** In one form only, so that a record that is sent twice is the same text. */
const storeIn = (history: Pick<HistoryClient, 'store'>, entry: RecordEntry): Promise<boolean> =>
  history.store({ type: 'precheck', seq: entry.seq, json: canonicalJson(entry) });

async function inTime(done: Promise<void>): Promise<void> {
  const late = new AbortController();
  await Promise.race([done, sleep(WAIT_MS, undefined, { signal: late.signal }).catch(() => undefined)]);
  late.abort();
}
