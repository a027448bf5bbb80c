import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { type Draft, draftSchema } from '../../shared/precheck/flow/draft.js';
import { readJsonFile } from '../settings/json-file.js';
import { setAside } from '../settings/set-aside.js';
import { writeDurably } from './durable.js';

/** The check that is being made, on disk after every step, so that it can be resumed after a crash. */
export class DraftFile {
  private readonly file: string;
  private draft: Draft | null;

  /** @param folder of the user's data; a draft in it that can't be understood is set aside */
  constructor(folder: string, now: () => Date) {
    this.file = join(folder, 'precheck-draft.json');
    const { value, problem } = readJsonFile(this.file, draftSchema);
    if (problem !== undefined) setAside(this.file, now());
    this.draft = value ?? null;
  }

  /** The draft; null: no check is being made. */
  get current(): Draft | null {
    return this.draft;
  }

  /** Takes a draft, or ends it with null. It holds in memory even when it could not be stored. */
  replace(draft: Draft | null): Result<undefined> {
    this.draft = draft;
    try {
      if (draft) writeDurably(this.file, JSON.stringify(draft));
      else rmSync(this.file, { force: true });
      return success(undefined);
    } catch (error) {
      return failure('NOT_STORED', error instanceof Error ? error.message : String(error));
    }
  }
}
