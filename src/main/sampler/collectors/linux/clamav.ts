import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listNames } from './files.js';

/** When a set of definitions was made, and its number. */
export interface Definitions {
  /** ms since 1970. */
  readonly at: number;
  readonly version: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads the head of a `.cvd` or `.cld`, `ClamAV-VDB:07 Nov 2023 04-17 -0500:27086:…`. null: it is none. */
export function parseDefinitions(head: string): Definitions | null {
  const found =
    /^ClamAV-VDB:\s?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2})-(\d{2}) ([+-]\d{2})(\d{2}):(\d{1,9}):/.exec(
      head,
    );
  if (found === null) return null;
  const [, day = '', month = '', year, hour, minute, zoneHour, zoneMinute, version = ''] = found;
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  const at = Date.parse(
    `${year}-${number}-${day.padStart(2, '0')}T${hour}:${minute}:00${zoneHour}:${zoneMinute}`,
  );
  return Number.isNaN(at) ? null : { at, version };
}

/** When the last scan ended by a log of clamscan or clamdscan, `End Date:   2026:11:20 10:00:01`, ms since 1970; null: none did. */
export function parseScanEnd(log: string): number | null {
  const ends = [...log.matchAll(/^End Date:\s+(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)\s*$/gm)];
  const times = ends.map(([, year, month, day, hour, minute, second]) =>
    // Without a zone: the clock of this machine.
    Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}`),
  );
  const valid = times.filter((time) => !Number.isNaN(time));
  return valid.length === 0 ? null : Math.max(...valid);
}

const DATABASES = 'var/lib/clamav';
const LOGS = 'var/log/clamav';
const HEAD_BYTES = 512;
/** The summary of a scan is the end of its log. */
const TAIL_BYTES = 64 * 1_024;

/** The newest definitions on the machine; null: none that can be read. */
export function newestDefinitions(root: string): Definitions | null {
  const files = (listNames(root, DATABASES) ?? []).filter((name) => /\.(cvd|cld)$/.test(name));
  const all = files
    .map((name) => parseDefinitions(part(join(root, DATABASES, name), 'head', HEAD_BYTES) ?? ''))
    .filter((definitions) => definitions !== null);
  return all.sort((a, b) => b.at - a.at)[0] ?? null;
}

/** What is on record of scans: the end of the last one, none, or a record that this user may not read. */
export function lastScan(root: string, home: string): number | 'none' | 'denied' {
  const logs = (listNames(root, LOGS) ?? []).filter((name) => /\.log$/.test(name));
  const texts = logs.map((name) => part(join(root, LOGS, name), 'tail', TAIL_BYTES));
  const ends = texts.map((text) => parseScanEnd(text ?? '')).filter((end) => end !== null);
  // ClamTk, the window for ClamAV, keeps a file per scan.
  const history = join(home, '.clamtk/history');
  for (const name of listNames(root, history) ?? []) {
    const at = changedAt(join(root, history, name));
    if (name.endsWith('.log') && at !== null) ends.push(at);
  }
  if (ends.length > 0) return Math.max(...ends);
  return texts.includes(null) ? 'denied' : 'none';
}

/** The first or last bytes of a file; null: it can't be read. */
function part(path: string, which: 'head' | 'tail', bytes: number): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      const from = which === 'head' ? 0 : Math.max(0, fstatSync(file).size - bytes);
      const buffer = Buffer.alloc(bytes);
      return buffer.toString('latin1', 0, readSync(file, buffer, 0, bytes, from));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

function changedAt(path: string): number | null {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return null;
  }
}
