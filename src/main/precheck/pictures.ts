import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { ItemId } from '../../shared/precheck/items.js';
import type { MediaRef } from '../../shared/precheck/record/evidence-schema.js';
import { writeDurably } from './durable.js';
import { sha256 } from './hash.js';

const DAY_MS = 86_400_000;

/** Pictures of checks: on this machine only, each deleted after a set time, whatever its record says. */
export class Pictures {
  private readonly folder: string;

  /** @param folder of the user's data */
  constructor(folder: string) {
    this.folder = join(folder, 'precheck-pictures');
  }

  /**
   * Keeps a picture of a check: what the camera saw, or the photo of something that was looked at.
   * @param id of the check @param item that it is a photo of
   */
  keep(id: string, jpeg: Uint8Array, item?: ItemId): Result<MediaRef> {
    const file = `${item === undefined ? id : `${id}-${item.replaceAll('.', '-')}`}.jpg`;
    try {
      writeDurably(join(this.folder, file), jpeg);
      return success({ file, sha256: sha256(jpeg) });
    } catch (error) {
      return failure('NOT_STORED', error instanceof Error ? error.message : String(error));
    }
  }

  /** A picture of a record; null: none was kept, it was deleted, or it is not the one that was taken. */
  read(picture: MediaRef | undefined): Uint8Array | null {
    if (!picture) return null;
    try {
      const bytes = readFileSync(join(this.folder, picture.file));
      return sha256(bytes) === picture.sha256 ? new Uint8Array(bytes) : null;
    } catch {
      return null;
    }
  }

  /** Deletes those that are older. @param days that pictures are kept @param now ms since 1970 */
  clear(days: number, now: number): void {
    for (const name of this.names()) {
      const file = join(this.folder, name);
      const at = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
      if (at !== undefined && now - at > days * DAY_MS) rmSync(file, { force: true });
    }
  }

  private names(): string[] {
    try {
      return readdirSync(this.folder).filter((name) => name.endsWith('.jpg'));
    } catch {
      return [];
    }
  }
}
