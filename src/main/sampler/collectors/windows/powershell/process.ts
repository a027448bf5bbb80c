import { type ChildProcess, spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';

/** How the host is started. */
export interface ProgramOptions {
  /** The program; default Windows' own PowerShell 5.1, by its full path so that no other one is taken. */
  readonly program?: string;
  /** The script it runs. */
  readonly script: string;
}

/** What a running host tells. */
export interface ProcessEvents {
  /** One line of its standard output, without its end. */
  readonly onLine: (line: string) => void;
  /** It has ended, or could not be started; told once, after the last line. */
  readonly onEnd: (reason: string, missing: boolean) => void;
}

/** A running host. */
export interface HostProcess {
  /** Writes one line to its standard input. */
  send(line: string): void;
  /** Ends it for certain; {@link ProcessEvents.onEnd} follows. */
  kill(): void;
  /** The last of what it said on its standard error. */
  readonly complaints: string;
}

/** Longest line that is read, characters; a host that says more is out of its mind. */
const LINE_LIMIT = 4 * 1_024 * 1_024;

/** How much of the standard error is kept, characters. */
const COMPLAINTS_LIMIT = 2_000;

/** Arguments for PowerShell: no profile of the user, no prompt, our script. */
const argumentsFor = (script: string): string[] => [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-ExecutionPolicy',
  'Bypass',
  '-File',
  script,
];

/** Path of Windows' own PowerShell. */
function systemPowerShell(): string {
  const root = process.env.SystemRoot;
  return root ? `${root}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe` : 'powershell.exe';
}

/** Starts a host. It never throws: what goes wrong is told by `onEnd`. */
export function startProcess(options: ProgramOptions, events: ProcessEvents): HostProcess {
  const child = spawn(options.program ?? systemPowerShell(), argumentsFor(options.script), {
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let complaints = '';
  let ended = false;
  const end = (reason: string, missing = false): void => {
    if (ended) return;
    ended = true;
    events.onEnd(reason, missing);
  };
  child.on('error', (error: NodeJS.ErrnoException) => {
    // Not started at all: no exit follows. Anything else (a kill that failed) is followed by one.
    if (child.pid === undefined) end(error.message, error.code === 'ENOENT');
  });
  // "close" and not "exit": its last lines may still be on their way.
  child.on('close', (code, signal) => end(`PowerShell ended (${signal ?? code})`));
  // A host that died closes its input; that it died is told by its end.
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString('latin1')).slice(-COMPLAINTS_LIMIT);
  });
  readLines(child, events.onLine);
  return {
    send: (line) => void child.stdin.write(`${line}\n`),
    kill() {
      child.stdin.end();
      child.kill('SIGKILL');
      // What it started may hold the pipes open, and "close" would wait for that.
      child.once('exit', () => end('PowerShell was ended'));
    },
    get complaints() {
      return complaints;
    },
  };
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_LIMIT) {
      rest = '';
      child.kill('SIGKILL');
    }
    for (const line of lines) onLine(line.replace(/\r$/, ''));
  });
}
