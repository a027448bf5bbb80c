import { closeSync, openSync, readSync, statfsSync } from 'node:fs';
import { readText } from './files.js';

/** Read at once, bytes: counters and the head of every table that collectors want are shorter. */
const HEAD_BYTES = 4_096;

/** Kinds of file systems that answer anew whenever an open file is read from its start (statfs(2)): proc and sysfs. */
const ANSWERS_ANEW: ReadonlySet<number> = new Set([0x9fa0, 0x62656572]);

const buffer = Buffer.alloc(HEAD_BYTES);

/**
 * Files of /proc and /sys that are read at every tick, kept open: finding one by its path costs more than its answer.
 * Files of any other file system (a tree that stands for another machine) are read by their paths, as an open file
 * there outlives its name.
 */
export class KernelFiles {
  /** Descriptor by path; null: to be read by its path. */
  readonly #open = new Map<string, number | null>();

  /** The first 4 KB of a file without the white space around them; null when it can't be read. */
  readHead(path: string): string | null {
    const kept = this.#open.get(path);
    if (kept === null) return readText(path);
    try {
      if (kept !== undefined) return readStart(kept);
    } catch {
      // The device is gone; one that has come again since has another file.
      this.#forget(path);
    }
    try {
      const file = openKept(path);
      this.#open.set(path, file);
      return file === null ? readText(path) : readStart(file);
    } catch {
      this.#forget(path);
      return null;
    }
  }

  /** Closes the files that are none of these. */
  keepOnly(paths: readonly string[]): void {
    for (const path of this.#open.keys()) if (!paths.includes(path)) this.#forget(path);
  }

  /** Closes all files; a later read opens them again. */
  close(): void {
    this.keepOnly([]);
  }

  #forget(path: string): void {
    const file = this.#open.get(path);
    this.#open.delete(path);
    if (file !== undefined && file !== null) closeSync(file);
  }
}

function readStart(file: number): string {
  return buffer.toString('latin1', 0, readSync(file, buffer, 0, HEAD_BYTES, 0)).trim();
}

function openKept(path: string): number | null {
  return ANSWERS_ANEW.has(statfsSync(path).type) ? openSync(path, 'r') : null;
}
