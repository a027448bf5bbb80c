import { app } from 'electron';
import type { Log } from '../log/log.js';

/**
 * Keeps a defect from ending the program: a monitor that vanishes without a word is worse than one with a defect,
 * whose state comes anew with the next readings. Everything goes into the log.
 */
export function surviveDefects(log: Log): void {
  process.on('uncaughtException', (error) => log.error('uncaught exception', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit') log.warn(`${type} process gone: ${reason} (${exitCode}) ${name ?? ''}`);
  });
}
