import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Budget } from '../monitor/back-off.js';

/** What crash reports are made with. */
export interface CrashReportsOptions {
  readonly folder: string;
  /** What the program is and what it stands on, a line each. */
  readonly facts: readonly string[];
  /** Takes out of a text what must not leave this machine. */
  readonly redact: (text: string) => string;
}

/** Reports that are kept; older ones go (ours). */
const KEPT = 20;

/** A defect that comes with every tick is reported so often at most; the log has all of it (ours). */
const REPORTS = { limit: 5, windowMs: 600_000 };

/** Longest report, in characters: a stack fits. */
const TEXT_LIMIT = 20_000;

/** Names of reports; the time in them is what they are sorted by. */
const NAME = /^crash-(\d{13})-\d+\.txt$/;

/**
 * What made the program fail, as texts in a folder of its own. Nothing is uploaded, and no handler process waits for
 * crashes: Chromium's would be one process more for a program that rests in the tray, and dumps hold memory, so secrets.
 */
export class CrashReports {
  private readonly budget = new Budget(REPORTS.limit, REPORTS.windowMs);
  private written = 0;

  constructor(private readonly options: CrashReportsOptions) {}

  /** Writes a report. What can't be written is lost, the log has the essence. @param at ms since 1970 */
  write(what: string, detail: string, at: number): void {
    if (!this.budget.take(performance.now())) return;
    const { folder, facts, redact } = this.options;
    const text = [what, new Date(at).toISOString(), ...facts, '', detail].join('\n').slice(0, TEXT_LIMIT);
    this.written += 1;
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `crash-${at}-${process.pid}${this.written}.txt`), `${redact(text)}\n`);
      for (const name of this.names().slice(0, -KEPT)) rmSync(join(folder, name), { force: true });
    } catch {
      // A full disk or a read-only folder is said elsewhere.
    }
  }

  /** How many there are, and when the newest was written, ms since 1970; null: there is none. */
  summary(): { readonly folder: string; readonly count: number; readonly newest: number | null } {
    const names = this.names();
    const time = NAME.exec(names.at(-1) ?? '')?.[1];
    return {
      folder: this.options.folder,
      count: names.length,
      newest: time === undefined ? null : Number(time),
    };
  }

  /** All reports by file name, oldest first. */
  texts(): Record<string, string> {
    const read = (name: string): string | null => {
      try {
        return readFileSync(join(this.options.folder, name), 'utf8');
      } catch {
        return null;
      }
    };
    return Object.fromEntries(
      this.names().flatMap((name) => {
        const text = read(name);
        return text === null ? [] : [[name, text]];
      }),
    );
  }

  private names(): string[] {
    try {
      return readdirSync(this.options.folder)
        .filter((name) => NAME.test(name))
        .sort();
    } catch {
      return [];
    }
  }
}
