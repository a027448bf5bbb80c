import type { RecordKeeping } from '../../shared/ipc/precheck.js';
import type { ChainCheck, ChainEntry, ChainHead } from '../../shared/precheck/record/chain.js';
import type { PrecheckRecord } from '../../shared/precheck/record/schema.js';
import type { Emitter } from '../monitor/emitter.js';

/** A record in its place in the chain. */
export type RecordEntry = ChainEntry<PrecheckRecord>;

/** Where records of checks are kept; nothing is ever changed or taken out. All of them are in memory, too. */
export interface PrecheckRecords {
  /** Adds a record; answers when it is on disk, or when it is clear that it has to wait for that in memory. */
  append(record: PrecheckRecord): Promise<RecordEntry>;
  /** All, oldest first. */
  list(): readonly RecordEntry[];
  /** The newest; undefined: there is none. */
  last(): RecordEntry | undefined;
  /** The end of the chain. */
  readonly head: ChainHead;
  /** Whether the chain is whole, since its last damage that is on record. */
  readonly check: ChainCheck;
  /** Where they are. */
  readonly keeping: RecordKeeping;
  /** They were read, or are kept elsewhere than before. */
  readonly changes: Pick<Emitter<void>, 'on'>;
}

/** The last whole check, which a GO goes by; null: there is none. */
export const lastFull = (records: Pick<PrecheckRecords, 'list'>): PrecheckRecord | null =>
  records.list().findLast(({ record }) => record.kind === 'full')?.record ?? null;
