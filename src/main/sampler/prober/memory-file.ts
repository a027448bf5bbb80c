import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';

/** Where Linux keeps files in memory; other systems have no such place. */
const FOLDER = '/dev/shm';

/** Read at once, bytes: more than a helper program says between two looks. */
const CHUNK_BYTES = 4_096;

let made = 0;

/**
 * Output of a helper program, kept in memory without a name until somebody looks. A pipe would wake this process for
 * every line that the program says.
 */
export class MemoryFile {
  /** To be given to the program as its output. */
  readonly fd: number;
  readonly #buffer = Buffer.alloc(CHUNK_BYTES);
  #position = 0;
  #rest = '';

  private constructor(fd: number) {
    this.fd = fd;
  }

  /**
   * Makes one with all its room taken beforehand, so that a full memory disk can't silence the program later.
   * @returns null where there is no place for it: then a pipe must do
   */
  static create(bytes: number): MemoryFile | null {
    const path = `${FOLDER}/onair-sentry-${process.pid}-${made++}`;
    let fd: number | undefined;
    try {
      fd = openSync(path, 'wx+', 0o600);
      unlinkSync(path);
      // At a position of its own: the program goes on from the place where this descriptor stands.
      writeSync(fd, Buffer.alloc(bytes), 0, bytes, 0);
      return new MemoryFile(fd);
    } catch {
      if (fd !== undefined) closeSync(fd);
      return null;
    }
  }

  /** The whole lines that were written since the last look. */
  readLines(): string[] {
    const lines: string[] = [];
    for (;;) {
      const read = readSync(this.fd, this.#buffer, 0, CHUNK_BYTES, this.#position);
      // What was not written yet is zeros.
      const zero = this.#buffer.subarray(0, read).indexOf(0);
      const length = zero === -1 ? read : zero;
      this.#position += length;
      const parts = (this.#rest + this.#buffer.toString('latin1', 0, length)).split('\n');
      this.#rest = parts.pop() ?? '';
      lines.push(...parts);
      if (length < CHUNK_BYTES) return lines;
    }
  }

  close(): void {
    closeSync(this.fd);
  }
}
