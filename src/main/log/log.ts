import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where a program says what happened to it, for IT. It never throws and never waits. */
export interface Log {
  /** To the file only. */
  info(message: string): void;
  /** To the terminal, too. */
  warn(message: string, cause?: unknown): void;
  error(message: string, cause?: unknown): void;
}

/** Size at which the file is put aside as `.old`, which is replaced: the log takes twice this at most. */
const SIZE_LIMIT = 1_000_000;

/** Makes a log that writes to a file, bounded in size. */
export function createLog(file: string): Log {
  let last: Promise<void> = mkdir(dirname(file), { recursive: true }).then(() => undefined, ignore);
  const append = (line: string): void => {
    last = last.then(() => write(file, line)).catch(ignore);
  };
  const put = (level: string, message: string, cause?: unknown): string => {
    const line = `${new Date().toISOString()} ${level} ${message}${cause === undefined ? '' : `: ${describe(cause)}`}\n`;
    append(line);
    return line;
  };
  return {
    info: (message) => void put('info', message),
    warn: (message, cause) => void process.stderr.write(put('warn', message, cause)),
    error: (message, cause) => void process.stderr.write(put('error', message, cause)),
  };
}

async function write(file: string, line: string): Promise<void> {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size > SIZE_LIMIT) await rename(file, `${file}.old`);
  await appendFile(file, line);
}

/** A full disk or a read-only folder must not end the program that reports on it. */
function ignore(): void {}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
