import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Reads of /proc and /sys. The synchronous ones are for what the kernel answers from memory (ten times
 * cheaper than a promise); whatever asks a chip (sensors, batteries) is read asynchronously, because a
 * driver may sleep.
 */

/** Text of a file without the white space around it; null when it can't be read. */
export function readText(...path: string[]): string | null {
  try {
    return readFileSync(join(...path), 'latin1').trim();
  } catch {
    return null;
  }
}

/** Names in a folder, sorted naturally (`card2` before `card10`); null when there is no such folder. */
export function listNames(...path: string[]): string[] | null {
  try {
    return readdirSync(join(...path)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  } catch {
    return null;
  }
}

/** The file with all links followed; null when it is not there. */
export function realPath(...path: string[]): string | null {
  try {
    return realpathSync(join(...path));
  } catch {
    return null;
  }
}

/** Text of a file that a driver answers. Throws what the file system throws. */
export async function readDriverText(signal: AbortSignal, ...path: string[]): Promise<string> {
  return (await readFile(join(...path), { encoding: 'latin1', signal })).trim();
}

/** A whole decimal number, as the kernel writes them; null for anything else. */
export function parseInteger(text: string | null | undefined): number | null {
  if (text === null || text === undefined || !/^-?\d{1,20}$/.test(text)) return null;
  return Number(text);
}

/** A whole number in a file; null when there is none. */
export function readInteger(...path: string[]): number | null {
  return parseInteger(readText(...path));
}
