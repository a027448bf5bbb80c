import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  read,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { byNaturalOrder } from './natural-order.js';

/**
 * Reads of /proc and /sys. The synchronous ones are for what the kernel answers from memory (ten times
 * cheaper than a promise); whatever asks a chip (sensors, batteries) is read asynchronously, because a
 * driver may sleep. Paths are given in parts and put together as they are: nothing in them needs resolving.
 */

/** Text of a file without the white space around it; null when it can't be read. */
export function readText(...path: string[]): string | null {
  try {
    return readFileSync(path.join('/'), 'utf8').trim();
  } catch {
    return null;
  }
}

/** Names in a folder, sorted naturally (`card2` before `card10`); null when there is no such folder. */
export function listNames(...path: string[]): string[] | null {
  const folder = path.join('/');
  // Asked first, because most of these folders are missing on some machine, and an exception costs ten times more.
  if (!existsSync(folder)) return null;
  try {
    return readdirSync(folder).sort(byNaturalOrder);
  } catch {
    return null;
  }
}

/** The file with all links followed; null when it is not there. */
export function realPath(...path: string[]): string | null {
  try {
    return realpathSync(path.join('/'));
  } catch {
    return null;
  }
}

const readAsync = promisify(read);

/** No attribute of a driver is longer than a page. */
const ATTRIBUTE_BYTES = 4_096;

/**
 * Text of a file that a driver answers. Opening and closing never wait for the device, so only the read
 * itself is left to a thread. Throws what the file system throws.
 */
export async function readDriverText(...path: string[]): Promise<string> {
  const file = openSync(path.join('/'), 'r');
  try {
    const buffer = Buffer.alloc(ATTRIBUTE_BYTES);
    const { bytesRead } = await readAsync(file, buffer, 0, ATTRIBUTE_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead).trim();
  } finally {
    closeSync(file);
  }
}

/** Makes a parser that gives its last answer again as long as the text stays the same: tables of the kernel rarely change. */
export function onlyWhenChanged<T>(parse: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly made: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, made: parse(text) };
    return last.made;
  };
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

/** How often devices are asked anew who they are, ms: they are not plugged in every tick. */
const LIST_AGAIN_MS = 10_000;

/**
 * Makes a function that gives what `build` makes of the names in a folder, listed anew every
 * {@link LIST_AGAIN_MS}: looking at every device each tick would be the dearest part of it.
 */
export function createListing<T>(
  folder: string,
  build: (names: readonly string[]) => readonly T[],
): (now: number) => readonly T[] {
  let kept: { readonly at: number; readonly made: readonly T[] } | null = null;
  return (now) => {
    if (kept === null || now - kept.at >= LIST_AGAIN_MS)
      kept = { at: now, made: build(listNames(folder) ?? []) };
    return kept.made;
  };
}

/**
 * Makes a function that gives what `find` found in a class folder (`/sys/class/…`) while it has the same entries of a
 * kind, for {@link LIST_AGAIN_MS}: who they are takes a dozen files each to find out. A device that comes has an entry
 * of its own, even under the name of one that went.
 */
export function createFinder<T>(folder: string, kind: RegExp, find: () => T): (now: number) => T {
  let kept: { readonly at: number; readonly entries: string; readonly found: T } | null = null;
  return (now) => {
    const names = (listNames(folder) ?? []).filter((name) => kind.test(name));
    const entries = names.map((name) => entryOf(folder, name)).join('\n');
    if (kept?.entries !== entries || now - kept.at >= LIST_AGAIN_MS)
      kept = { at: now, entries, found: find() };
    return kept.found;
  };
}

function entryOf(folder: string, name: string): string {
  const entry = lstatSync(`${folder}/${name}`, { throwIfNoEntry: false });
  return `${name} ${entry?.ino} ${entry?.ctimeMs}`;
}
