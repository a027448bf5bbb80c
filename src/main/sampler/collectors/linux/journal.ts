import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadContext } from '../../collector.js';
import type { CommandResult, RunCommand } from '../../command.js';
import { listNames, readText } from './files.js';

/** One entry of the system's journal. */
export interface JournalEntry {
  /** Its place in the journal: no two have the same. */
  readonly cursor: string;
  /** ms since 1970. */
  readonly at: number;
  readonly boot: string;
  /** Field by name; ones that are not text are left out. */
  readonly field: (name: string) => string;
}

/** Why the journal could not be asked. */
export type JournalFault = 'needs-rights' | 'unsupported' | 'timed-out' | 'failed';

/** Entries of the journal, oldest first, or why there are none. */
export type JournalAnswer =
  | { readonly entries: readonly JournalEntry[]; readonly missing?: never }
  | { readonly entries?: never; readonly missing: JournalFault };

/** Most entries of one question (ours); the newest are kept. */
const MOST_ENTRIES = 4_000;

/** What `journalctl` says, always in English here, when the user may not see the system's entries. */
const DENIED = /insufficient permissions|not seeing messages from other users|Permission denied/i;

/**
 * Reads `journalctl -o json`: an object per line. null: it has lines, and none is an entry. Cut lines are left out, entries
 * without a time as well. Never throws.
 */
export function parseJournal(text: string): JournalEntry[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.map(parseEntry).filter((entry) => entry !== null);
  return lines.length > 0 && entries.length === 0 ? null : entries;
}

function parseEntry(line: string): JournalEntry | null {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return null;
  const fields = row as Readonly<Record<string, unknown>>;
  const field = (name: string): string => {
    const value = Object.hasOwn(fields, name) ? fields[name] : '';
    return typeof value === 'string' ? value : '';
  };
  const micros = field('__REALTIME_TIMESTAMP');
  if (!/^\d{1,17}$/.test(micros)) return null;
  return {
    cursor: field('__CURSOR') || `${micros} ${field('MESSAGE')}`,
    at: Number(micros) / 1_000,
    boot: field('_BOOT_ID'),
    field,
  };
}

/** Makes sense of how `journalctl` ended. Nothing found is an answer only where the system's journal was seen. */
export function readJournal(result: CommandResult): JournalAnswer {
  if (result.kind === 'absent') return { missing: 'unsupported' };
  if (result.kind === 'timed-out') return { missing: 'timed-out' };
  if (DENIED.test(result.stderr)) return { missing: 'needs-rights' };
  if (/No journal files were found/i.test(result.stderr)) return { missing: 'unsupported' };
  // With a pattern that nothing fits, some versions end with 1 and say nothing.
  if (result.kind === 'failed' && (result.stdout.trim() !== '' || result.stderr.trim() !== ''))
    return { missing: 'failed' };
  const entries = parseJournal(result.stdout.replace(/^-- .*$/gm, ''));
  return entries === null ? { missing: 'failed' } : { entries: [...entries].sort((a, b) => a.at - b.at) };
}

/** Asks the system's journal for entries since a time (ms since 1970) with such fields; one program. */
export type AskJournal = (
  context: Pick<ReadContext, 'signal' | 'raw'>,
  since: number,
  fields: readonly string[],
  conditions: readonly string[],
) => Promise<JournalAnswer>;

/** Makes an asker of the journal. Systems without systemd have none: then no program is started. */
export function createJournal(root: string, run: RunCommand): AskJournal {
  return async (context, since, fields, conditions) => {
    if (!existsSync(join(root, 'run/systemd')) || !hasJournal(root)) return { missing: 'unsupported' };
    const how = ['--system', '--no-pager', '-o', 'json', `--lines=${MOST_ENTRIES}`];
    const what = [
      `--since=@${Math.floor(since / 1_000)}`,
      `--output-fields=${fields.join(',')}`,
      ...conditions,
    ];
    return readJournal(await run('journalctl', [...how, ...what], context, { timeoutMs: 20_000 }));
  };
}

const FOLDERS = ['var/log/journal', 'run/log/journal'];

/**
 * Whether there is a journal at all: without a file `journalctl` finds nothing and says nothing, which would look like peace.
 * A folder that this user may not look into may hold one.
 */
function hasJournal(root: string): boolean {
  return FOLDERS.some((folder) =>
    (listNames(root, folder) ?? []).some((machine) => {
      const files = listNames(root, folder, machine);
      return files === null || files.some((name) => name.endsWith('.journal'));
    }),
  );
}

/** Whether the journal of this machine outlives a restart; without that it knows of nothing before the last one. */
export function isJournalKept(root: string): boolean {
  const machine = readText(root, 'etc/machine-id') ?? '';
  return machine !== '' && existsSync(join(root, 'var/log/journal', machine));
}
