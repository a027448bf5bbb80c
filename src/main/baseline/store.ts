import type { BaselineFile } from '../../shared/baseline/schema.js';
import type { Notice } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { writeAtomic } from '../app/write-atomic.js';
import { setAside } from '../settings/set-aside.js';
import { readBaseline } from './read.js';

/** The baseline on disk: read once, kept in memory, written on every change. */
export interface BaselineStore {
  readonly content: BaselineFile;
  /** Takes a change. It holds in memory even when it could not be stored (`NOT_STORED`). */
  replace(content: BaselineFile): Result<void>;
}

/** What a store needs from outside. */
export interface BaselineStoreOptions {
  readonly folder: string;
  readonly onNotice: (notice: Notice) => void;
  readonly now: () => Date;
}

/** Opens the baseline of a user-data folder. A damaged file is set aside and reported, never wiped. */
export function openBaseline({ folder, onNotice, now }: BaselineStoreOptions): BaselineStore {
  const found = readBaseline(folder);
  if (found.problem !== undefined)
    onNotice({ code: 'baseline-set-aside', detail: setAside(found.file, now()) });
  let { content } = found;
  return {
    get content() {
      return content;
    },
    replace: (next) => {
      content = next;
      try {
        writeAtomic(found.file, `${JSON.stringify(next, null, 2)}\n`);
        return success(undefined);
      } catch (error) {
        return failure('NOT_STORED', error instanceof Error ? error.message : String(error));
      }
    },
  };
}
