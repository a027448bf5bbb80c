import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Collector, Sample } from '../../collector.js';
import { lastScan, newestDefinitions } from './clamav.js';
import { listNames, readText } from './files.js';

/** Antivirus programs by the name of their process (the kernel keeps 15 letters of it), and where each is installed. */
const PRODUCTS = [
  { name: 'ClamAV', process: 'clamd', files: ['usr/sbin/clamd', 'usr/bin/clamscan'] },
  { name: 'Microsoft Defender', process: 'wdavdaemon', files: ['opt/microsoft/mdatp'] },
  { name: 'CrowdStrike Falcon', process: 'falcon-sensor', files: ['opt/CrowdStrike'] },
  { name: 'Kaspersky', process: 'kesl', files: ['opt/kaspersky/kesl'] },
] as const;

/** Part of ClamAV that looks at files when they are opened. */
const ON_ACCESS = 'clamonacc';

const DAY_MS = 86_400_000;

/**
 * `antivirus.enabled`: the daemon of a known product runs; installed, but not running: 0. None installed is not the same as
 * switched off: not present. `antivirus.definitionAge` and `antivirus.scanAge` of ClamAV, whose files tell.
 */
export function createAntivirus(root: string, home: string): Collector {
  return {
    id: 'linux.antivirus',
    metrics: ['antivirus.enabled', 'antivirus.definitionAge', 'antivirus.scanAge'],
    tier: 'rare',
    timeoutMs: 5_000,
    read({ at }) {
      const processes = runningProcesses(root);
      const installed = PRODUCTS.filter(({ files }) => files.some((file) => existsSync(join(root, file))));
      const running = PRODUCTS.filter(({ process }) => processes.has(process));
      const isClam = [...installed, ...running].some(({ name }) => name === 'ClamAV');
      const names = running.map(({ name }) => (name === 'ClamAV' ? clamName(processes) : name));
      return [
        enabledSample(
          names,
          installed.map(({ name }) => name),
        ),
        ...(isClam ? clamAges(root, home, at) : foreignAges(running.length + installed.length > 0)),
      ];
    },
  };
}

/** Names of all processes, those of other users too. */
function runningProcesses(root: string): ReadonlySet<string> {
  const pids = (listNames(root, 'proc') ?? []).filter((name) => /^\d+$/.test(name));
  return new Set(pids.map((pid) => readText(root, 'proc', pid, 'comm') ?? ''));
}

const clamName = (processes: ReadonlySet<string>): string =>
  processes.has(ON_ACCESS)
    ? 'ClamAV, looks at files on access'
    : 'ClamAV daemon, without looking at files on access';

function enabledSample(running: readonly string[], installed: readonly string[]): Sample {
  const head = { metric: 'antivirus.enabled', source: '/proc/*/comm' } as const;
  if (running.length > 0) return { ...head, value: 1, note: running.join(', ') };
  if (installed.length > 0) return { ...head, value: 0, note: `not running: ${installed.join(', ')}` };
  return { ...head, missing: 'not-present', advice: 'install-antivirus' };
}

function clamAges(root: string, home: string, now: number): Sample[] {
  const definitions = newestDefinitions(root);
  const scan = lastScan(root, home);
  const age = { metric: 'antivirus.definitionAge', source: '/var/lib/clamav' } as const;
  const scanned = { metric: 'antivirus.scanAge', source: '/var/log/clamav' } as const;
  return [
    definitions === null
      ? { ...age, missing: 'failed' }
      : { ...age, ...daysSince(definitions.at, now), note: `ClamAV ${definitions.version}` },
    typeof scan === 'number'
      ? { ...scanned, ...daysSince(scan, now) }
      : { ...scanned, missing: scan === 'denied' ? 'needs-rights' : 'not-present', advice: 'record-scans' },
  ];
}

/** Age in days. A clock that was set a little back makes things come from the future; more than a day of that is no answer. */
function daysSince(at: number, now: number): { readonly value: number } | { readonly missing: 'failed' } {
  const days = (now - at) / DAY_MS;
  return days < -1 ? { missing: 'failed' } : { value: Math.max(0, days) };
}

function foreignAges(isProtected: boolean): Sample[] {
  const reason = isProtected
    ? ({ missing: 'unsupported', advice: 'definitions-unknown' } as const)
    : ({ missing: 'not-present', advice: 'install-antivirus' } as const);
  const source = 'ClamAV';
  return [
    { metric: 'antivirus.definitionAge', source, ...reason },
    { metric: 'antivirus.scanAge', source, ...reason },
  ];
}
