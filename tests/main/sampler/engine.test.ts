import { setFlagsFromString } from 'node:v8';
import { afterAll, expect, it } from 'vitest';
import { setOptimizing } from '../../../src/main/sampler/engine.js';

setFlagsFromString('--allow-natives-syntax');
afterAll(() => setOptimizing(true));

/** Whether V8 made machine code of a function that ran often: bit 4 of what it tells (runtime/runtime.h). */
function isOptimized(): boolean {
  const add = new Function('a', 'b', `return a + b + ${Math.random()}`);
  const drive = new Function(
    'add',
    '%NeverOptimizeFunction(this); for (let i = 0; i < 2e6; i += 1) add(i, 1)',
  );
  const status = new Function('add', 'return %GetOptimizationStatus(add)') as (add: unknown) => number;
  drive.call(drive, add);
  const deadline = Date.now() + 3_000;
  // Another thread does it; the next call takes it over.
  while (Date.now() < deadline && (status(add) & 16) === 0) drive.call(drive, add);
  return (status(add) & 16) !== 0;
}

it('translates what runs often only while it may', () => {
  setOptimizing(true);
  expect(isOptimized()).toBe(true);
  setOptimizing(false);
  expect(isOptimized()).toBe(false);
  setOptimizing(true);
  expect(isOptimized()).toBe(true);
});
