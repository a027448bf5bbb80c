import { app } from 'electron';
import type { CrashReports } from '../diagnostics/crash-reports.js';
import type { Log } from '../log/log.js';

/** Where a defect is put on record. */
export interface CrashRecords {
  readonly log: Log;
  readonly crashReports: CrashReports;
}

/**
 * Keeps a defect from ending the program: a monitor that vanishes without a word is worse than one with a defect,
 * whose state comes anew with the next readings. Everything goes into the log, and into a report of its own.
 * @param note puts it into the history
 */
export function surviveDefects({ log, crashReports }: CrashRecords, note: (crash: string) => void): void {
  const survive = (what: string, cause: unknown): void => {
    log.error(what, cause);
    const message = cause instanceof Error ? cause.message : String(cause);
    crashReports.write(what, cause instanceof Error ? (cause.stack ?? message) : message, Date.now());
    note(`${what}: ${message}`);
  };
  let isEnding = false;
  const noteGone = (what: string, details: Electron.RenderProcessGoneDetails | Electron.Details): void => {
    const { reason, exitCode } = details;
    if (reason === 'clean-exit' || (reason === 'killed' && isEnding)) return;
    const name = 'name' in details ? (details.name ?? '') : '';
    const text = `${what} process gone: ${reason} (${exitCode}) ${name}`.trim();
    log.warn(text);
    crashReports.write(text, '', Date.now());
    note(text);
  };
  // What is ended with the program is no crash; the program is told of it now and then, before it is gone itself.
  app.on('before-quit', () => {
    isEnding = true;
  });
  process.on('uncaughtException', (error) => survive('uncaught exception', error));
  process.on('unhandledRejection', (reason) => survive('unhandled rejection', reason));
  app.on('child-process-gone', (_event, details) => noteGone(details.type, details));
  app.on('render-process-gone', (_event, _page, details) => noteGone('page', details));
}
