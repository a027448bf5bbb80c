import { expect, test } from 'vitest';
import { gapAfterMs, KEEP_MS, levelFor, SPARE_MS } from '../../../src/shared/history/series.js';

const NOW = 2_000_000_000_000;

test('a stretch is read from the finest level that reaches back to its begin', () => {
  expect(levelFor(NOW - 600_000, NOW)).toBe('raw');
  expect(levelFor(NOW - KEEP_MS.raw - SPARE_MS, NOW)).toBe('raw');
  expect(levelFor(NOW - KEEP_MS.raw - SPARE_MS - 1, NOW)).toBe('minute');
  expect(levelFor(NOW - KEEP_MS.minute - SPARE_MS, NOW)).toBe('minute');
  expect(levelFor(NOW - KEEP_MS.minute - SPARE_MS - 1, NOW)).toBe('hour');
});

test('a line is broken where a metric was silent longer than it ever is by itself', () => {
  expect(gapAfterMs('cpu.load', 0)).toBe(30_000);
  expect(gapAfterMs('cpu.load', 60_000)).toBe(150_000);
  expect(gapAfterMs('system.updates', 60_000)).toBe(1_800_000);
  expect(gapAfterMs('system.updates', 3_600_000)).toBe(9_000_000);
});
