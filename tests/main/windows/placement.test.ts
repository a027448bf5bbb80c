import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Area, chooseScreen, cornerOf, placePopup } from '../../../src/main/windows/placement.js';

const size = { width: 420, height: 300 };

test('Windows and Linux below, macOS above, always right', () => {
  const screen = { x: 0, y: 25, width: 1920, height: 1015 };
  expect(placePopup(screen, size, cornerOf('linux'))).toEqual({ x: 1484, y: 724, ...size });
  expect(placePopup(screen, size, cornerOf('win32'))).toEqual({ x: 1484, y: 724, ...size });
  expect(placePopup(screen, size, cornerOf('darwin'))).toEqual({ x: 1484, y: 41, ...size });
});

test('a long list is cut, a small screen is not left', () => {
  expect(
    placePopup({ x: 0, y: 0, width: 1920, height: 1080 }, { width: 420, height: 3_000 }, 'bottom').height,
  ).toBe(640);
  expect(placePopup({ x: -320, y: -200, width: 320, height: 200 }, size, 'bottom')).toEqual({
    x: -304,
    y: -184,
    width: 288,
    height: 168,
  });
});

const left = { bounds: { x: -1920, y: 0, width: 1920, height: 1080 } };
const right = { bounds: { x: 0, y: 0, width: 1280, height: 1024 } };

test.each([
  [
    'the screen with most of the main window',
    { x: -300, y: 0, width: 500, height: 500 },
    { x: 5, y: 5 },
    left,
  ],
  ['the pointer, without a window', null, { x: -5, y: 5 }, left],
  [
    'the pointer, when the window is on no screen',
    { x: 9_000, y: 0, width: 5, height: 5 },
    { x: 5, y: 5 },
    right,
  ],
  ['the nearest, for a pointer on a screen that is gone', null, { x: 4_000, y: 200 }, right],
] as const)('%s decides', (_what, main, pointer, expected) => {
  expect(chooseScreen([left, right], main, pointer)).toBe(expected);
});

const length = fc.integer({ min: 1, max: 12_000 });
const place = fc.integer({ min: -20_000, max: 20_000 });
const area = fc.record({ x: place, y: place, width: length, height: length });

const isInside = (inner: Area, outer: Area) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

test('on any screens the popup is inside a work area, and never larger', () => {
  fc.assert(
    fc.property(
      fc.array(area, { minLength: 1, maxLength: 5 }),
      fc.option(area),
      fc.record({ x: place, y: place }),
      fc.record({ width: length, height: length }),
      fc.constantFrom('top' as const, 'bottom' as const),
      (areas, main, pointer, wanted, corner) => {
        const [first, ...others] = areas.map((bounds) => ({ bounds, workArea: bounds }));
        if (!first) return;
        const { workArea } = chooseScreen([first, ...others], main, pointer);
        const placed = placePopup(workArea, wanted, corner);
        expect(isInside(placed, workArea)).toBe(true);
        expect(placed.width).toBeLessThanOrEqual(wanted.width);
        expect(placed.height).toBeLessThanOrEqual(wanted.height);
        expect(placed.width).toBeGreaterThan(0);
        expect(placed.height).toBeGreaterThan(0);
        for (const value of Object.values(placed)) expect(Number.isInteger(value)).toBe(true);
      },
    ),
  );
});
