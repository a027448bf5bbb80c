import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A virtual display for one test file. */
export interface Display {
  /** For $DISPLAY. */
  readonly name: string;
  end(): void;
}

/** Starts a virtual display with a number that is free. */
export async function startDisplay(): Promise<Display> {
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = xvfb.stdio[3];
  if (!number) throw new Error('no pipe to Xvfb');
  const [text] = await once(number, 'data', { signal: AbortSignal.timeout(15_000) });
  return { name: `:${String(text).trim()}`, end: () => void xvfb.kill() };
}
