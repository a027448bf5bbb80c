import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A copy of the system's shell under another name: what lists programs takes it for the one that is named so. */
export function shellNamed(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'onair-stand-in-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, name);
  copyFileSync('/bin/sh', program);
  chmodSync(program, 0o755);
  return program;
}

/** Starts a program for one test. @returns what ends it before that */
export function startProgram(program: string, args: readonly string[]): () => Promise<void> {
  const child: ChildProcess = spawn(program, [...args], { stdio: 'ignore' });
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(end);
  return end;
}
