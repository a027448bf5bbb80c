import { closeSync, openSync, writeSync } from 'node:fs';
import type { Reading } from '../../shared/metrics/reading.js';
import { CommandError, EXIT } from './exit.js';

/** Writes readings as a trace. */
export interface Recorder {
  write(readings: readonly Reading[]): void;
  close(): void;
}

const NOWHERE: Recorder = { write() {}, close() {} };

/** Opens the file of `--record`; an existing file is replaced. @throws CommandError when it can't be written */
export function openRecorder(path: string | undefined): Recorder {
  if (path === undefined) return NOWHERE;
  const file = attempt(path, () => openSync(path, 'w'));
  return {
    write(readings) {
      const lines = readings.map((reading) => `${JSON.stringify(reading)}\n`).join('');
      attempt(path, () => writeSync(file, lines));
    },
    close: () => closeSync(file),
  };
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new CommandError(EXIT.unreadable, `--record ${path}: ${(error as Error).message}`);
  }
}
