import { setFlagsFromString } from 'node:v8';

/** V8's compilers, from the one that is called soon to the one that is called last. */
const COMPILERS = ['sparkplug', 'maglev', 'opt'];

/**
 * Lets V8 translate functions that run often into machine code, or not: for what runs every few seconds that never pays,
 * each translation wakes threads of its own, and what they make takes memory. What was translated stays so.
 */
export function setCompiling(on: boolean): void {
  for (const compiler of COMPILERS) setFlagsFromString(`--${on ? '' : 'no-'}${compiler}`);
}
