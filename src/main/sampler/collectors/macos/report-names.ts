/** What a report of the system is about. */
export type ReportKind = 'hang' | 'crash' | 'display-reset';

/** One report, told by its file name. */
export interface SystemReport {
  readonly kind: ReportKind;
  /** Program it names; empty for the kernel's. */
  readonly program: string;
  /** Wall clock, ms since 1970; null: the name has no time. */
  readonly at: number | null;
}

/** Reads the file name of a diagnostic report. null: not about a hang, a crash of the system or a reset of the display. */
export function parseReportName(name: string): SystemReport | null {
  const kind = kindOf(name);
  if (kind === null) return null;
  const stamp = /[_-](\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)(?!\d)/.exec(name);
  const program = kind === 'hang' ? name.slice(0, stamp?.index ?? name.indexOf('.')) : '';
  return { kind, program, at: stamp === null ? null : timeOf(stamp.slice(1).map(Number)) };
}

function kindOf(name: string): ReportKind | null {
  if (/\.(hang|spin)$/.test(name)) return 'hang';
  if (name.endsWith('.panic')) return 'crash';
  return /\.gpuRestart$|^gpuEvent-.*\.ips$/.test(name) ? 'display-reset' : null;
}

/** The names are in local time. A time that no calendar has is none. */
function timeOf([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: number[]): number | null {
  const date = new Date(year, month - 1, day, hour, minute, second);
  return date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60 && second < 60
    ? date.getTime()
    : null;
}
