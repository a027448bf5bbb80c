import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSamePicture, sparkLines } from '../../src/renderer/src/ui/spark-lines.js';
import { NOW } from './support.js';

const MINUTE = 60_000;
const SIZE = [100, 30] as const;
const track = (...points: (readonly [number, number | null])[]) => ({
  at: points.map(([minute]) => NOW + minute * MINUTE),
  values: points.map(([, value]) => value),
});
const draw = (...points: (readonly [number, number | null])[]) =>
  sparkLines('cpu.temperature', { low: 50, high: 70 }, track(...points), NOW, SIZE);

test('ten minutes ago is at the left, now at the right, and the scale is that of the band', () => {
  const { lines, band } = draw([-10, 20], [-5, 60], [0, 100]);
  expect(lines).toEqual([
    [
      [0, 30],
      [50, 15],
      [100, 0],
    ],
  ]);
  expect(band).toEqual([11.25, 18.75]);
});

test('what was missing, and a long pause, are gaps', () => {
  expect(draw([-4, 60], [-3, null], [-2, 61], [-1, 62]).lines).toHaveLength(2);
  const even = Array.from({ length: 20 }, (_, i) => [-9 + i / 10, 60] as const);
  expect(draw(...even, [-1, 60], [0, 60]).lines).toHaveLength(2);
});

test('yes and no are steps', () => {
  const { lines, band } = sparkLines('power.ac', {}, track([-2, 1], [-1, 0]), NOW, SIZE);
  expect(lines[0]).toHaveLength(3);
  expect(lines[0]?.[1]?.[1]).toBe(lines[0]?.[0]?.[1]);
  expect(band).toBeNull();
});

test('nothing known draws nothing', () => {
  expect(draw().lines).toEqual([]);
  expect(draw([-1, null]).lines).toEqual([]);
  expect(draw([-30, 60]).lines).toEqual([]);
});

test('whatever the values, every point lies on the drawing', () => {
  const value = fc.option(fc.double({ min: -1e6, max: 1e12, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 50 }),
      fc.constantFrom('disk.latency', 'cpu.load'),
      (values, id) => {
        const points = values.map((one, i) => [i / 5 - 10, one] as const);
        for (const line of sparkLines(id, {}, track(...points), NOW, SIZE).lines)
          for (const [x, y] of line) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(100);
            expect(y).toBeGreaterThanOrEqual(-1e-6);
            expect(y).toBeLessThanOrEqual(30 + 1e-6);
          }
      },
    ),
  );
});

test('of a level stretch only the ends are kept', () => {
  expect(draw([-4, 60], [-3, 60], [-2, 60], [-1, 60], [0, 100]).lines).toEqual([
    [
      [60, 15],
      [90, 15],
      [100, 0],
    ],
  ]);
});

test('a picture is another one when a point of it moved by a dot, came or went', () => {
  const level = draw([-4, 60], [-1, 60]);
  expect(isSamePicture(level, draw([-4, 60], [-2, 60], [-1, 60]))).toBe(true);
  expect(isSamePicture(level, draw([-4.05, 60], [-1, 61]))).toBe(true);
  expect(isSamePicture(level, draw([-4, 60], [-0.5, 60]))).toBe(false);
  expect(isSamePicture(level, draw([-4, 60], [-1, 65]))).toBe(false);
  expect(isSamePicture(level, draw([-4, 60], [-2, null], [-1, 60]))).toBe(false);
  expect(isSamePicture(draw(), draw([-1, null]))).toBe(true);
  expect(isSamePicture(draw(), sparkLines('cpu.temperature', {}, track(), NOW, SIZE))).toBe(false);
});
