import { expect, test } from 'vitest';
import {
  CPU_HOLD_MS,
  CPU_LIMIT,
  MEMORY_LIMIT,
  RESTART_PAUSE_MS,
  SelfGuard,
} from '../../../src/main/monitor/self-guard.js';

const cost = (cpu: number | null, memory: number | null = 80_000_000) => ({ cpu, memory });

test('what lasts is a reason to slow down, once for each time that it lasts; a short peak is none', () => {
  const guard = new SelfGuard();
  expect(guard.note(cost(90), 0)).toBeUndefined();
  expect(guard.note(cost(CPU_LIMIT), CPU_HOLD_MS - 1)).toBeUndefined();
  expect(guard.note(cost(90), CPU_HOLD_MS)).toBeUndefined();
  expect(guard.note(cost(90), 2 * CPU_HOLD_MS)).toBe('slow-down');
  expect(guard.note(cost(90), 2 * CPU_HOLD_MS + 1)).toBeUndefined();
  expect(guard.note(cost(90), 3 * CPU_HOLD_MS)).toBe('slow-down');
});

test('what is not known is no fault, and a clock that is set back starts the time anew', () => {
  const guard = new SelfGuard();
  guard.note(cost(90), 10 * CPU_HOLD_MS);
  expect(guard.note(cost(90), 0)).toBeUndefined();
  expect(guard.note(cost(null, null), CPU_HOLD_MS)).toBeUndefined();
  expect(guard.note(cost(90), CPU_HOLD_MS + 1)).toBeUndefined();
});

test('too much memory is a new process, but not again and again', () => {
  const guard = new SelfGuard();
  expect(guard.note(cost(1, MEMORY_LIMIT), 0)).toBeUndefined();
  expect(guard.note(cost(1, MEMORY_LIMIT + 1), 0)).toBe('restart');
  expect(guard.note(cost(1, MEMORY_LIMIT + 1), RESTART_PAUSE_MS - 1)).toBeUndefined();
  expect(guard.note(cost(1, MEMORY_LIMIT + 1), RESTART_PAUSE_MS)).toBe('restart');
});
