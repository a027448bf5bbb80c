import {
  type ChainCheck,
  type ChainHead,
  EMPTY_CHAIN,
  headAfter,
  verifyChain,
} from '../../shared/precheck/record/chain.js';
import { sha256 } from './hash.js';
import type { RecordEntry } from './records.js';

/** What a look at all records found. */
export interface Verified {
  readonly check: ChainCheck;
  /** The head that the chain was checked against. */
  readonly head: ChainHead;
}

/**
 * Checks the chain of records since its last damage that is on record.
 * @param rows in their order; null: a row that is no record @param kept the head that was kept; undefined: none
 */
export function verifyRecords(rows: readonly (RecordEntry | null)[], kept: ChainHead | undefined): Verified {
  const begin = Math.max(
    0,
    rows.findLastIndex((row) => row?.record.breach !== undefined),
  );
  const chain = rows.slice(begin);
  const [first] = chain;
  const breach = first?.record.breach;
  const start =
    first && breach ? { seq: first.seq, previous: breach.head.hash } : { seq: 1, previous: EMPTY_CHAIN.hash };
  const unread = chain.indexOf(null);
  const entries = chain.flatMap((row) => row ?? []);
  const last = entries.at(-1);
  // Killed between a record and its head: the head is behind, and what is more follows on it.
  const isBehind = kept && entries.some(({ seq, previous }) => seq > kept.count && previous === kept.hash);
  const head = kept && !isBehind ? kept : last ? headAfter(last) : EMPTY_CHAIN;
  if (unread >= 0)
    return { check: { ok: false, problem: { code: 'changed', seq: start.seq + unread } }, head };
  return { check: verifyChain(entries, head, sha256, start), head };
}
