import { execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { electronPath, ROOT } from './app.js';

/** The user that is nobody on every Linux, for tests that root runs. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** The app as somebody without special rights runs it. */
export interface OrdinaryApp {
  readonly uid: number;
  readonly pid: number;
  readonly output: () => string;
  /** Whether it ended by itself. */
  readonly ended: () => boolean;
}

/**
 * Starts the app with Chromium's sandbox, which refuses to run as root: there as nobody, on copies that nobody can
 * read, with a home of its own and without root's message bus.
 */
export function startAsOrdinaryUser(switches: readonly string[]): OrdinaryApp {
  const work = mkdtempSync(join(tmpdir(), 'onair-user-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true, maxRetries: 5 }));
  const home = join(work, 'home');
  mkdirSync(home, { mode: 0o700 });
  const env: NodeJS.ProcessEnv = { ...process.env };
  let command = [electronPath(), ROOT];
  if (isRoot) {
    execFileSync('chmod', ['755', work]);
    chownSync(home, NOBODY, NOBODY);
    for (const name of Object.keys(env))
      if (/^XDG_(CONFIG|DATA|STATE|CACHE|RUNTIME)/.test(name)) delete env[name];
    delete env.DBUS_SESSION_BUS_ADDRESS;
    Object.assign(env, { HOME: home, XDG_RUNTIME_DIR: home });
    const user = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--'];
    command = [...user, copyElectron(work), copyProgram(work)];
  }
  const [program = '', ...args] = command;
  const data = `--user-data-dir=${join(home, 'data')}`;
  const child = spawn(program, [...args, data, '--lang=zh-CN', '--print-state', ...switches], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  let ended = false;
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  void closed.then(() => (ended = true));
  onTestFinished(async () => {
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.kill('SIGTERM');
    await closed;
    clearTimeout(late);
  });
  return {
    uid: isRoot ? NOBODY : (process.getuid?.() ?? 0),
    pid: child.pid ?? 0,
    output: () => output,
    ended: () => ended,
  };
}

/** Electron where everybody can read it: by links, which cost nothing, where the file system allows. */
function copyElectron(work: string): string {
  const from = dirname(electronPath());
  const to = join(work, 'electron');
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, to]);
  }
  return join(to, basename(electronPath()));
}

function copyProgram(work: string): string {
  const to = join(work, 'app');
  for (const one of ['package.json', 'out', 'resources'])
    cpSync(join(ROOT, one), join(to, one), { recursive: true });
  return to;
}
