import { setFlagsFromString } from 'node:v8';
import { afterAll, expect, it } from 'vitest';
import { setCompiling } from '../../../src/main/sampler/engine.js';

setFlagsFromString('--allow-natives-syntax');
afterAll(() => setCompiling(true));

/** Bits of what V8 tells of a function, "optimized" and "baseline" (OptimizationStatus in runtime/runtime.h). */
const COMPILED = (1 << 4) | (1 << 15);

/** Whether V8 made machine code of a function that ran often. */
function isCompiled(): boolean {
  const add = new Function('a', 'b', `return a + b + ${Math.random()}`);
  const drive = new Function(
    'add',
    '%NeverOptimizeFunction(this); for (let i = 0; i < 2e6; i += 1) add(i, 1)',
  );
  const status = new Function('add', 'return %GetOptimizationStatus(add)') as (add: unknown) => number;
  drive.call(drive, add);
  const deadline = Date.now() + 3_000;
  // Another thread does it; the next call takes it over.
  while (Date.now() < deadline && (status(add) & COMPILED) === 0) drive.call(drive, add);
  return (status(add) & COMPILED) !== 0;
}

it('translates what runs often only while it may', () => {
  setCompiling(true);
  expect(isCompiled()).toBe(true);
  setCompiling(false);
  expect(isCompiled()).toBe(false);
  setCompiling(true);
  expect(isCompiled()).toBe(true);
});
