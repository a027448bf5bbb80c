import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandResult } from '../../command.js';
import { listNames } from './files.js';

/** What waits to be updated. */
export interface PendingUpdates {
  readonly count: number;
  /** Those that close security holes; null: not told. */
  readonly security: number | null;
}

/** A package manager whose answers are understood. */
export interface PackageManager {
  readonly name: 'apt' | 'dnf' | 'pacman';
  readonly file: string;
  readonly args: readonly string[];
  /** What changes when packages are installed or lists are fetched: without a change the last answer still holds. */
  readonly inputs: readonly string[];
  /** Folder and names of the lists that were fetched; their age is that of the answer. */
  readonly lists: { readonly folder: string; readonly names: RegExp };
  /** Takes the answer. null: it is none. */
  parse(result: CommandResult): PendingUpdates | null;
}

/** Reads `apt-get -s upgrade`: a line `Inst name [old] (new origin …)` for each package, and a summary in any case. */
export function parseApt(text: string): PendingUpdates | null {
  const lines = text.split('\n');
  const updates = lines.filter((line) => /^Inst \S+ \[[^\]]+\] \(/.test(line));
  const summary = /^(\d{1,6}) upgraded, \d{1,6} newly installed/m.exec(text)?.[1];
  if (summary === undefined || Number(summary) !== updates.length) return null;
  return { count: updates.length, security: updates.filter((line) => /security/i.test(line)).length };
}

/** Reads `dnf check-update`: `name.arch  version  repository` for each package, up to the obsolete ones. */
export function parseDnf(text: string): PendingUpdates {
  const [updates = ''] = text.split(/^Obsoleting /m);
  const rows = updates
    .split('\n')
    .filter((line) =>
      /^\S+\.(noarch|x86_64|i[3-6]86|aarch64|ppc64le|s390x|riscv64)\s+\S+\s+\S+\s*$/.test(line),
    );
  return { count: rows.length, security: null };
}

/** Reads `pacman -Qu`: `name old -> new` for each package; ignored ones wait for nobody. */
export function parsePacman(text: string): PendingUpdates {
  const rows = text.split('\n').filter((line) => /^\S+ \S+ -> \S+\s*$/.test(line));
  return { count: rows.length, security: null };
}

/** The package managers that are known, in the order in which they are looked for. */
export const PACKAGE_MANAGERS: readonly PackageManager[] = [
  {
    name: 'apt',
    file: 'usr/bin/apt-get',
    // Simulated and without the lock, which only root may take; new kernels are new packages.
    args: [
      '-s',
      '-q',
      '-o',
      'Debug::NoLocking=1',
      '-o',
      'APT::Get::Show-User-Simulation-Note=0',
      '--with-new-pkgs',
      'upgrade',
    ],
    inputs: ['var/lib/dpkg/status', 'var/lib/apt/lists'],
    lists: { folder: 'var/lib/apt/lists', names: /_(InRelease|Release)$/ },
    parse: (result) => (result.kind === 'done' ? parseApt(result.stdout) : null),
  },
  {
    name: 'dnf',
    file: 'usr/bin/dnf',
    args: ['-q', '--cacheonly', 'check-update'],
    inputs: ['var/lib/rpm', 'usr/lib/sysimage/rpm', 'var/cache/dnf', 'var/cache/libdnf5'],
    lists: { folder: 'var/cache', names: /^(dnf|libdnf5)$/ },
    // 100 says that there are some.
    parse: (result) =>
      result.kind === 'done' || (result.kind === 'failed' && result.code === 100)
        ? parseDnf(result.stdout)
        : null,
  },
  {
    name: 'pacman',
    file: 'usr/bin/pacman',
    args: ['-Qu'],
    inputs: ['var/lib/pacman/local', 'var/lib/pacman/sync'],
    lists: { folder: 'var/lib/pacman/sync', names: /\.db$/ },
    // 1 without a word says that there is none.
    parse: (result) =>
      result.kind === 'done' ||
      (result.kind === 'failed' && result.code === 1 && result.stdout + result.stderr === '')
        ? parsePacman(result.stdout)
        : null,
  },
];

/** When a manager last fetched its lists, ms since 1970; null: never. */
export function listsFetchedAt(root: string, { lists }: PackageManager): number | null {
  const names = (listNames(root, lists.folder) ?? []).filter((name) => lists.names.test(name));
  const times = names
    .map((name) => changedAt(join(root, lists.folder, name)))
    .filter((time) => time !== null);
  if (times.length === 0) return null;
  // The files bear the time of the server; what was fetched when is told by the folder.
  return Math.max(...times, changedAt(join(root, lists.folder)) ?? 0);
}

/** Mark of the state of a manager's inputs: the same as long as none of them changes. */
export function stateOf(root: string, { inputs }: PackageManager): string {
  return inputs.map((path) => changedAt(join(root, path))).join(' ');
}

function changedAt(path: string): number | null {
  try {
    return Math.floor(statSync(path).mtimeMs);
  } catch {
    return null;
  }
}
