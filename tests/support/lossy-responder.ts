import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ResponderRule } from './lossy-responder.mjs';

const SCRIPT = fileURLToPath(new URL('./lossy-responder.mjs', import.meta.url));

/** Puts a command line in front of a program, so that it runs somewhere else. */
export type Place = (program: string, ...args: string[]) => [string, string[]];

const here: Place = (program, ...args) => [program, args];

/** A UDP echo responder in a process of its own, so that it answers while the test waits. */
export class LossyResponder {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  /** Starts one on an address of this machine, or of the place it is put into. */
  static async start(rule: ResponderRule, address = '127.0.0.1', place = here): Promise<LossyResponder> {
    const [program, args] = place(process.execPath, SCRIPT, address, JSON.stringify(rule));
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const [line] = await once(createInterface(child.stdout), 'line', { signal: AbortSignal.timeout(20_000) });
    return new LossyResponder(child, Number(line));
  }

  stop(): void {
    this.child.stdin?.end();
    this.child.kill();
  }
}
