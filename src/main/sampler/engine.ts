import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 optimize functions that run often, or not: for what runs every few seconds that never pays, and each time wakes
 * threads of its own. What was optimized stays so.
 */
export function setOptimizing(on: boolean): void {
  for (const compiler of ['maglev', 'opt']) set(compiler, on);
}

/**
 * The same for all machine code. Plain code makes what runs every few seconds a little faster, but together with its
 * compiler it takes 5 MB of a process as large as main.
 */
export function setCompiling(on: boolean): void {
  set('sparkplug', on);
  setOptimizing(on);
}

const set = (compiler: string, on: boolean): void => setFlagsFromString(`--${on ? '' : 'no-'}${compiler}`);
