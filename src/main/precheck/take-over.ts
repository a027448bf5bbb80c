import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setAside } from '../settings/set-aside.js';
import { parseEntry } from './entry.js';
import type { RecordEntry } from './records.js';

/** What taking over needs. */
export interface TakeOver {
  /** Folder of the user's data. */
  readonly folder: string;
  /** What the history has already. */
  readonly there: readonly RecordEntry[];
  /** Stores a record; whether it is on disk. */
  readonly store: (entry: RecordEntry) => Promise<boolean>;
  /** Called with the new name of a file that does not fit. */
  readonly onSetAside: (file: string) => void;
  readonly now: () => Date;
}

/**
 * Takes over the records of versions that kept them as lines of `precheck.jsonl`. Once all are in the history the file is
 * renamed, never deleted; until then it is tried again with every start. @returns those that the history did not have
 */
export async function takeOver({ folder, there, store, onSetAside, now }: TakeOver): Promise<RecordEntry[]> {
  const file = join(folder, 'precheck.jsonl');
  const old = readLines(file);
  if (old === undefined) return [];
  const numbered = new Map(there.map((entry) => [entry.seq, entry]));
  const isOther = ({ seq, hash }: RecordEntry) => numbered.has(seq) && numbered.get(seq)?.hash !== hash;
  if (old === null || old.some(isOther) || new Set(old.map(({ seq }) => seq)).size < old.length) {
    onSetAside(setAside(file, now()));
    return [];
  }
  const missing = old.filter(({ seq }) => !numbered.has(seq));
  const stored = await Promise.all(missing.map(store));
  if (stored.every(Boolean)) renameSync(file, join(folder, 'precheck.taken-over.jsonl'));
  return missing;
}

/** The entries of a file; null: it holds something else; undefined: there is none. */
function readLines(file: string): RecordEntry[] | null | undefined {
  try {
    // What follows the last line break is a line that was being written when the power went.
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const entries = lines.map(parseEntry);
    return entries.includes(null) ? null : entries.flatMap((entry) => entry ?? []);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : null;
  }
}
