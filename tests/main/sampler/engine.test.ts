import { setFlagsFromString } from 'node:v8';
import { afterEach, expect, it } from 'vitest';
import { setCompiling, setOptimizing } from '../../../src/main/sampler/engine.js';

setFlagsFromString('--allow-natives-syntax');
afterEach(() => setCompiling(true));

/** Bits of what V8 tells of a function (OptimizationStatus in runtime/runtime.h). */
const OPTIMIZED = 1 << 4;
const BASELINE = 1 << 15;
const PATIENCE_MS = 3_000;

/** What V8 has made of a function that ran often, once it has made what is asked for or had the time to. */
function statusOf(wanted: number): number {
  const add = new Function('a', 'b', `return a + b + ${Math.random()}`);
  const drive = new Function(
    'add',
    '%NeverOptimizeFunction(this); for (let i = 0; i < 2e6; i += 1) add(i, 1)',
  );
  const status = new Function('add', 'return %GetOptimizationStatus(add)') as (add: unknown) => number;
  drive.call(drive, add);
  const deadline = Date.now() + PATIENCE_MS;
  // Another thread does it; the next call takes it over.
  while (Date.now() < deadline && (status(add) & wanted) === 0) drive.call(drive, add);
  return status(add);
}

it('optimizes what runs often only while it may', () => {
  expect(statusOf(OPTIMIZED) & OPTIMIZED).not.toBe(0);
  setOptimizing(false);
  expect(statusOf(OPTIMIZED) & OPTIMIZED).toBe(0);
  setOptimizing(true);
  expect(statusOf(OPTIMIZED) & OPTIMIZED).not.toBe(0);
});

it('makes plain machine code without optimizing, or none at all', () => {
  setOptimizing(false);
  expect(statusOf(BASELINE) & BASELINE).not.toBe(0);
  setCompiling(false);
  expect(statusOf(BASELINE | OPTIMIZED) & (BASELINE | OPTIMIZED)).toBe(0);
});
