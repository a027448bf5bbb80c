import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import {
  type HostOptions,
  PowerShellHost,
} from '../../../../../src/main/sampler/collectors/windows/powershell/host.js';

const PROGRAM = fileURLToPath(new URL('./powershell/powershell.exe', import.meta.url));

/** What the stand-in does between one start and its end. */
export interface Play {
  readonly stderr?: string;
  readonly gbk?: boolean;
  /** Lines before it is ready. */
  readonly before?: readonly unknown[];
  readonly ready?: boolean;
  readonly exit?: number;
  readonly delayMs?: number;
  /** It does not end with its input. */
  readonly stays?: boolean;
  /** Answers by request; `hang`, `die`, `{text, latin1?, die?}` written as it is, or the data. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly answer?: unknown;
}

const folders: string[] = [];
const hosts: PowerShellHost[] = [];

afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A host whose PowerShell is the stand-in: it is really spawned, once per play, the last one again and again. */
export function standInHost(plays: readonly Play[], options: HostOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'powershell-'));
  folders.push(folder);
  const script = join(folder, 'scenario.json');
  writeFileSync(script, JSON.stringify({ plays }));
  const host = new PowerShellHost({ program: PROGRAM, script, backOffMs: 300, limitMs: 5_000, ...options });
  hosts.push(host);
  const linesOf = (file: string): string[] =>
    existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return {
    host,
    /** Process ids, in the order of the starts. */
    starts: (): number[] => linesOf(`${script}.starts`).map(Number),
    /** Pairs of processes that ran at the same time. */
    overlaps: (): string[] => linesOf(`${script}.overlaps`),
    /** Lines it was sent. */
    asked: (): string[] => linesOf(`${script}.asked`),
  };
}

/** What an asker gives. */
export function asker(timeoutMs?: number) {
  const raws: string[] = [];
  return {
    signal: timeoutMs === undefined ? new AbortController().signal : AbortSignal.timeout(timeoutMs),
    raw: (text: string) => void raws.push(text),
    raws,
  };
}

/** Whether a process is alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
