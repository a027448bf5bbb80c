import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { appArguments, electronPath } from './app.js';

/** An app that was started without a driver, as a user does. */
export interface SpawnedApp {
  readonly pid: number;
  /** What it printed so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Its exit status; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the app as a plain program; it is ended with the test. */
export function spawnApp(
  userData: string,
  switches: readonly string[],
  env: NodeJS.ProcessEnv = {},
): SpawnedApp {
  const child = spawn(electronPath(), ['--log-level=3', ...appArguments(userData, switches)], {
    cwd: userData,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.kill('SIGTERM');
    await exited;
    clearTimeout(late);
  });
  return {
    pid: child.pid ?? 0,
    stdout: () => texts.out,
    stderr: () => texts.err,
    exited,
    kill: (signal) => void child.kill(signal),
  };
}
