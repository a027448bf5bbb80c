import type { ReadContext } from '../../collector.js';
import type { AskJournal, JournalAnswer, JournalEntry } from './journal.js';

/** Entries of one kind over a span, kept so that only new ones have to be asked for. */
export interface JournalBook {
  read(context: Pick<ReadContext, 'signal' | 'raw' | 'at' | 'monotonic'>): Promise<JournalAnswer>;
  /** Forgets all: the clock may have changed. */
  reset(): void;
}

/** Entries are asked for again this long back, ms: one may be written a little after its time. */
const OVERLAP_MS = 60_000;

/**
 * Makes a book of the entries of the last `spanMs` with these fields and conditions; one program a look, and none within
 * `hold` ms of an answer (`first`: of the first one).
 */
export function createJournalBook(
  ask: AskJournal,
  spanMs: number,
  fields: readonly string[],
  conditions: readonly string[],
  hold: { readonly first: number; readonly later: number } = { first: 0, later: 0 },
): JournalBook {
  let kept = new Map<string, JournalEntry>();
  let askedAt: number | null = null;
  let heldUntil = Number.NEGATIVE_INFINITY;
  return {
    async read(context) {
      const begin = context.at - spanMs;
      if (context.monotonic < heldUntil) return inOrder(kept, begin);
      const since = askedAt === null ? begin : Math.max(begin, askedAt - OVERLAP_MS);
      const answer = await ask(context, since, fields, conditions);
      if (answer.missing !== undefined) return answer;
      heldUntil = context.monotonic + (askedAt === null ? hold.first : hold.later);
      askedAt = context.at;
      for (const entry of answer.entries) kept.set(entry.cursor, entry);
      kept = new Map([...kept].filter(([, { at }]) => at >= begin));
      return inOrder(kept, begin);
    },
    reset() {
      kept = new Map();
      askedAt = null;
      heldUntil = Number.NEGATIVE_INFINITY;
    },
  };
}

function inOrder(kept: ReadonlyMap<string, JournalEntry>, begin: number): JournalAnswer {
  return { entries: [...kept.values()].filter(({ at }) => at >= begin).sort((a, b) => a.at - b.at) };
}
