import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartColumns, followed, moved, zoomed } from '../../src/renderer/src/features/history/chart-data.js';
import { valueScale } from '../../src/renderer/src/features/history/chart-options.js';
import type { SeriesAnswer } from '../../src/shared/history/series.js';

const answer = (at: readonly number[], values: readonly (number | null)[]): SeriesAnswer => ({
  level: 'raw',
  stepMs: 0,
  at,
  min: values,
  avg: values,
  max: values,
  known: values.map((value) => (value === null ? 0 : 1)),
  unknown: values.map((value) => (value === null ? 1 : 0)),
});

test('a line is broken where nothing was read, and where a reading had no value', () => {
  const { at, avg } = chartColumns('cpu.load', answer([0, 2_000, 62_000, 64_000], [1, 2, null, 4]));
  expect(at).toEqual([0, 2, 32, 62, 64]);
  expect(avg).toEqual([1, 2, null, null, 4]);
});

test('a metric that is read every ten minutes is no gap', () => {
  const { avg } = chartColumns('system.updates', answer([0, 600_000, 1_200_000], [1, 1, 2]));
  expect(avg).toEqual([1, 1, 2]);
});

test('zooming and moving stay within what can be shown, whatever is pressed how often', () => {
  const step = fc.constantFrom(
    ...[0.5, 2].map((factor) => (stretch: { from: number; to: number }) => zoomed(stretch, factor)),
    ...[-0.5, 0.5].map((part) => (stretch: { from: number; to: number }) => moved(stretch, part)),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let stretch = { from: 1_000_000_000_000, to: 1_000_003_600_000 };
      for (const change of steps) stretch = change(stretch);
      expect(Number.isInteger(stretch.from) && Number.isInteger(stretch.to)).toBe(true);
      expect(stretch.from).toBeGreaterThanOrEqual(0);
      expect(stretch.to - stretch.from).toBeGreaterThanOrEqual(30_000);
      expect(stretch.to - stretch.from).toBeLessThanOrEqual(731 * 86_400_000);
    }),
  );
});

test('what is shown up to now moves with the time, and what ended before stays', () => {
  expect(followed({ from: 0, to: 3_600_000 }, 3_630_000)).toEqual({ from: 30_000, to: 3_630_000 });
  const past = { from: 0, to: 3_600_000 };
  expect(followed(past, 4_000_000)).toBe(past);
  expect(followed(past, 3_000_000)).toBe(past);
});

test('the scale of a share ends at 100 %, a limit is always on it, and others are as wide as their values', () => {
  const ends = (scale: ReturnType<typeof valueScale>, min: number | null, max: number | null) =>
    typeof scale.range === 'function' ? scale.range({} as never, min as number, max as number, 'y0') : null;
  expect(ends(valueScale('cpu.load', undefined), null, null)).toEqual([0, 100]);
  const share = fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10);
  fc.assert(
    fc.property(share, share, (a, b) => {
      const [low, high] = ends(valueScale('cpu.load', undefined), Math.min(a, b), Math.max(a, b)) ?? [];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(Math.min(a, b));
      expect(high).toBeGreaterThanOrEqual(Math.max(a, b));
      expect(high).toBeLessThanOrEqual(100);
    }),
  );
  const [low, high] = ends(valueScale('cpu.temperature', 70), 80, 90) ?? [];
  expect(low).toBeLessThanOrEqual(70);
  expect(high).toBeGreaterThanOrEqual(90);
  expect(valueScale('cpu.temperature', undefined)).toEqual({});
});
