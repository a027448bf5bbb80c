import { canonicalJson } from './canonical.js';

/** SHA-256 of a text in UTF-8, hexadecimal; given by the process, because shared code knows no cryptography. */
export type Sha256 = (text: string) => string;

/** One link of the chain of records. */
export interface ChainEntry<R = unknown> {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** Hash of the entry before; {@link NO_ENTRY} for the first. */
  readonly previous: string;
  readonly record: R;
  /** Hash of the three above in canonical JSON. */
  readonly hash: string;
}

/** The end of the chain, kept and exported apart from it: without it a cut tail could not be noticed. */
export interface ChainHead {
  readonly hash: string;
  readonly count: number;
}

/** Stands for the hash of an entry before the first. */
export const NO_ENTRY = '0'.repeat(64);
/** The head of a chain without entries. */
export const EMPTY_CHAIN: ChainHead = { hash: NO_ENTRY, count: 0 };

/** Where a chain begins: what its first entry must say. */
export type ChainStart = Pick<ChainEntry, 'seq' | 'previous'>;

const FIRST: ChainStart = { seq: 1, previous: NO_ENTRY };

/**
 * What can be wrong with a chain. `changed`: an entry is not what its hash says. `replaced`: an entry does not follow from
 * the one before it, or the last is not the head: the rest was computed anew. `removed`: entries are missing before the
 * end; `cut`: at the end. `reordered`: all are there, in another order. `added`: more than the head knows of.
 */
export const CHAIN_PROBLEMS = ['changed', 'replaced', 'removed', 'cut', 'reordered', 'added'] as const;

/** What is wrong with a chain, and at which place (`seq` of the first entry that is not as it was). */
export type ChainProblem = {
  readonly code: (typeof CHAIN_PROBLEMS)[number];
  readonly seq: number;
};

/** Result of a look at a chain. */
export type ChainCheck = { readonly ok: true } | { readonly ok: false; readonly problem: ChainProblem };

/** The next entry of a chain. */
export function appendEntry<R>(head: ChainHead, record: R, sha256: Sha256): ChainEntry<R> {
  const entry = { seq: head.count + 1, previous: head.hash, record };
  return { ...entry, hash: sha256(canonicalJson(entry)) };
}

/** The head after an entry. */
export const headAfter = ({ hash, seq }: ChainEntry): ChainHead => ({ hash, count: seq });

/**
 * Checks a whole chain, in the order in which it is stored, against the head that was kept.
 * @param start where it begins: at the first entry of all, or after a damage that is on record
 */
export function verifyChain(
  entries: readonly ChainEntry[],
  head: ChainHead,
  sha256: Sha256,
  start: ChainStart = FIRST,
): ChainCheck {
  let { previous } = start;
  for (const [i, entry] of entries.entries()) {
    const seq = start.seq + i;
    if (entry.seq !== seq) return problem(isReordered(entries, start.seq) ? 'reordered' : 'removed', seq);
    const { hash, ...content } = entry;
    if (sha256(canonicalJson(content)) !== hash) return problem('changed', seq);
    if (entry.previous !== previous) return problem('replaced', seq);
    previous = hash;
  }
  const count = start.seq - 1 + entries.length;
  if (count < head.count) return problem('cut', count + 1);
  if (count > head.count) return problem('added', head.count + 1);
  return previous === head.hash ? { ok: true } : problem('replaced', count);
}

const problem = (code: ChainProblem['code'], seq: number): ChainCheck => ({
  ok: false,
  problem: { code, seq },
});

function isReordered(entries: readonly ChainEntry[], first: number): boolean {
  const numbers = new Set(entries.map(({ seq }) => seq));
  return numbers.size === entries.length && entries.every((_, i) => numbers.has(first + i));
}
