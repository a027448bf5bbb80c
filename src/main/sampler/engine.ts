import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 translate functions that run often into machine code, or not: for what runs every few seconds that never pays,
 * and each translation wakes threads of its own. What was translated stays so.
 */
export function setOptimizing(on: boolean): void {
  for (const compiler of ['maglev', 'opt']) setFlagsFromString(`--${on ? '' : 'no-'}${compiler}`);
}
