import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A program that prints a line whenever something changes. */
export interface EventStream {
  /** Whether it still runs. */
  readonly isOpen: boolean;
  close(): void;
}

/** Starts `pactl subscribe`, or in tests a stand-in; `onLine` gets every line. It never throws. */
export type OpenEvents = (onLine: (line: string) => void) => EventStream;

/** Follows the sound server: one long-lived program that sleeps until something changes. It ends with this process. */
export const openSoundEvents: OpenEvents = (onLine) => {
  const child: ChildProcess = spawn('pactl', ['subscribe'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'C', LANGUAGE: '' },
  });
  let isOpen = true;
  const end = (): void => {
    isOpen = false;
  };
  child.on('error', end);
  child.on('exit', end);
  if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', onLine);
  return {
    get isOpen() {
      return isOpen;
    },
    close() {
      isOpen = false;
      child.kill();
    },
  };
};
