import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MetricId } from '../../../../shared/metrics/dictionary.js';
import type { Collector, Sample } from '../../collector.js';
import { shortTime, WEEK_MS } from '../times.js';
import { parseReportName, type ReportKind, type SystemReport } from './report-names.js';

const FOLDER = 'Library/Logs/DiagnosticReports';
const source = `/${FOLDER}`;

const METRICS = {
  'system.hang': 'hang',
  'system.crash': 'crash',
  'display.reset': 'display-reset',
} as const satisfies Partial<Record<MetricId, ReportKind>>;

const METRIC_IDS = Object.keys(METRICS) as (keyof typeof METRICS)[];

/** Names in a folder; rejects as the function of node:fs does. */
type ListFolder = (folder: string) => Promise<readonly string[]>;

/**
 * `system.hang`, `system.crash`, `display.reset`: the reports that macOS wrote in the last seven days, counted by their
 * names, with their times as note. Ordinary users who do not administer the Mac may not read the system's.
 * `root` stands for `/`, `list` for listing a folder (tests).
 */
export function createReports(root: string, home: string, list: ListFolder = readdir): Collector {
  return {
    id: 'macos.reports',
    metrics: METRIC_IDS,
    tier: 'rare',
    timeoutMs: 10_000,
    async read({ at, raw }) {
      const system = await listReports(join(root, FOLDER), list);
      if (system.missing !== undefined)
        return METRIC_IDS.map((metric) =>
          system.missing === 'needs-rights'
            ? { metric, source, missing: system.missing, advice: 'admin-account-on-macos' }
            : { metric, source, missing: system.missing },
        );
      // The user's own folder holds hangs of programs; a user who never had one has no such folder.
      const own = await listReports(join(home, FOLDER), list);
      const reports = [...system.reports, ...(own.reports ?? [])];
      raw(reports.map(({ kind, program, at: time }) => `${kind} ${program} ${time}`).join('\n'));
      const recent = reports.filter(
        (report) => report.at !== null && report.at > at - WEEK_MS && report.at <= at,
      );
      return METRIC_IDS.map((metric) => count(metric, recent));
    },
  };
}

function count(metric: keyof typeof METRICS, reports: readonly SystemReport[]): Sample {
  // A panic writes several files, and sent ones are kept beside: the same second is the same event.
  const events = new Map<number, SystemReport>();
  for (const report of reports)
    if (report.kind === METRICS[metric] && report.at !== null) events.set(report.at, report);
  const times = [...events]
    .sort(([a], [b]) => b - a)
    .map(([at, { program }]) => `${shortTime(at)} ${program}`.trim());
  const head = { metric, source, value: events.size } as const;
  return times.length === 0 ? head : { ...head, note: times.join(', ') };
}

type Listing =
  | { readonly reports: readonly SystemReport[]; readonly missing?: never }
  | { readonly reports?: never; readonly missing: 'needs-rights' | 'failed' };

/** The reports of a folder, and those in it that were sent already (`Retired`). */
async function listReports(folder: string, list: ListFolder): Promise<Listing> {
  try {
    const names = await list(folder);
    const reports = await Promise.all(names.map((name) => toReport(folder, name)));
    const retired = names.includes('Retired') ? await listReports(join(folder, 'Retired'), list) : null;
    return { reports: [...reports.flat(), ...(retired?.reports ?? [])] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { missing: code === 'EACCES' || code === 'EPERM' ? 'needs-rights' : 'failed' };
  }
}

async function toReport(folder: string, name: string): Promise<SystemReport[]> {
  const report = parseReportName(name);
  if (report === null) return [];
  if (report.at !== null) return [report];
  try {
    return [{ ...report, at: Math.floor((await stat(join(folder, name))).mtimeMs / 1_000) * 1_000 }];
  } catch {
    // Cleared away in the meantime.
    return [];
  }
}
