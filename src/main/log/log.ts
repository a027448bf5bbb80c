import fileLog from 'electron-log/node';

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

/** Longest entry; a stack fits, an answer of a whole web page does not. */
const ENTRY_LIMIT = 8_000;

/**
 * Makes a log that writes to a file, bounded in size. A full disk or a read-only folder must not end the program that
 * reports on it: what can't be written is lost.
 * @param hide takes out of an entry what must not leave this machine
 */
export function createLog(file: string, hide: (text: string) => string): Log {
  const write = openFile(file);
  const put = (level: string, message: string, cause?: unknown): string => {
    const text = cause === undefined ? message : `${message}: ${describe(cause)}`;
    const entry = `${new Date().toISOString()} ${level} ${hide(text.slice(0, ENTRY_LIMIT))}`;
    write(entry);
    return `${entry}\n`;
  };
  return {
    info: (message) => void put('info', message),
    warn: (message, cause) => void process.stderr.write(put('warn', message, cause)),
    error: (message, cause) => void process.stderr.write(put('error', message, cause)),
  };
}

/** Of the library only what it does with files: no console, no channel to pages, no handlers of its own. */
function openFile(file: string): (entry: string) => void {
  const logger = fileLog.create({ logId: file });
  // Files report to the default logger what they could not write.
  for (const one of [fileLog, logger]) silence(one);
  const transport = logger.transports.file;
  // Otherwise it looks for a package.json, to find a place for the file.
  transport.setAppName('onair-sentry');
  transport.resolvePathFn = () => file;
  transport.format = ({ data }) => data;
  transport.maxSize = SIZE_LIMIT;
  transport.sync = false;
  return (entry) => logger.info(entry);
}

/** It tells the terminal of every entry that it could not write; on a full disk that would be all there is to read. */
function silence(logger: Pick<typeof fileLog, 'transports'>): void {
  Object.assign(logger.transports, { console: Object.assign(() => undefined, { level: false }) });
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
