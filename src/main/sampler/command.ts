import { execFile } from 'node:child_process';
import type { ReadContext } from './collector.js';

/** How a program of the system ended. Only `done` has an answer that may be believed. */
export type CommandResult =
  | { readonly kind: 'done'; readonly stdout: string; readonly stderr: string }
  /** There is no such program on this machine. */
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'failed';
      readonly code: number | null;
      readonly stdout: string;
      readonly stderr: string;
    }
  | { readonly kind: 'timed-out' };

/** How a program is run. */
export interface CommandOptions {
  /** Longest run, ms; the program is killed then. Default {@link COMMAND_TIMEOUT_MS}. */
  readonly timeoutMs?: number;
  /** Text for its standard input; default none. */
  readonly input?: string;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program of the system by name and arguments, never through a shell; tests put a stand-in. */
export type RunCommand = (
  file: string,
  args: readonly string[],
  context: Pick<ReadContext, 'signal' | 'raw'>,
  options?: CommandOptions,
) => Promise<CommandResult>;

/** Longest run of a program, ms, where nothing else is said (ours). */
export const COMMAND_TIMEOUT_MS = 8_000;

/** Most output that is read, bytes; a program that says more has failed. */
const OUTPUT_LIMIT = 4 * 1_024 * 1_024;

/** Runs a real program. What it said is kept as the collector's raw output. It never rejects. */
export const runCommand: RunCommand = (file, args, context, options = {}) =>
  new Promise((resolve) => {
    const { timeoutMs = COMMAND_TIMEOUT_MS, input, env } = options;
    const settings = {
      // English and undecorated: parsers must not depend on the user's language.
      env: { ...process.env, LC_ALL: 'C', LANGUAGE: '', NO_COLOR: '1', ...env },
      signal: context.signal,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: OUTPUT_LIMIT,
      windowsHide: true,
    } as const;
    const child = execFile(file, [...args], settings, (error, stdout, stderr) => {
      context.raw(`$ ${[file, ...args].join(' ')}\n${stdout}${stderr}`);
      if (error === null) return resolve({ kind: 'done', stdout, stderr });
      const { code, killed } = error;
      if ((code as unknown) === 'ENOENT') return resolve({ kind: 'absent' });
      if (killed === true || (code as unknown) === 'ABORT_ERR') return resolve({ kind: 'timed-out' });
      resolve({ kind: 'failed', code: typeof code === 'number' ? code : null, stdout, stderr });
    });
    // A program that does not read its input closes the pipe: that is its right.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
