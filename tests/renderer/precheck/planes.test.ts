import { describe, expect, it } from 'vitest';
import { type Planes, shrink } from '../../../src/renderer/src/features/precheck/capture/planes.js';

/** A picture of one colour in both forms that cameras use. */
function plain(
  format: Planes['format'],
  [y, u, v]: readonly [number, number, number],
  more: Partial<Planes> = {},
): Planes {
  const [width, height] = [64, 36];
  const [size, quarter] = [width * height, (width * height) / 4];
  const data = new Uint8Array(size + 2 * quarter).fill(y, 0, size);
  for (let i = 0; i < quarter; i++) {
    data[format === 'I420' ? size + i : size + 2 * i] = u;
    data[format === 'I420' ? size + quarter + i : size + 2 * i + 1] = v;
  }
  const layout =
    format === 'I420'
      ? [
          { offset: 0, stride: width },
          { offset: size, stride: width / 2 },
          { offset: size + quarter, stride: width / 2 },
        ]
      : [
          { offset: 0, stride: width },
          { offset: size, stride: width },
        ];
  return { format, width, height, data, layout, fullRange: false, bt709: true, ...more };
}

function shrunk(planes: Planes, width = 16, height = 9): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  shrink(planes, width, height, rgba);
  return rgba;
}
const pixels = (rgba: Uint8ClampedArray) =>
  new Set(Array.from({ length: rgba.length / 4 }, (_, i) => rgba.subarray(4 * i, 4 * i + 4).join(' ')));

describe.each(['I420', 'NV12'] as const)('a smaller picture of %s', (format) => {
  it.each([
    ['black', [16, 128, 128], {}, '0 0 0 255'],
    ['white', [235, 128, 128], {}, '255 255 255 255'],
    ['grey of full range', [100, 128, 128], { fullRange: true }, '100 100 100 255'],
    ['red of BT.709', [63, 102, 240], {}, '255 1 0 255'],
    ['red of BT.601', [82, 90, 240], { bt709: false }, '255 1 0 255'],
    ['blue of BT.709', [32, 240, 118], {}, '1 0 255 255'],
  ] as const)('keeps %s', (_, yuv, more, expected) => {
    const found = [...pixels(shrunk(plain(format, yuv, more)))];
    expect(found).toHaveLength(1);
    const difference = (found[0] ?? '')
      .split(' ')
      .map((one, i) => Math.abs(Number(one) - Number(expected.split(' ')[i])));
    expect(Math.max(...difference)).toBeLessThanOrEqual(2);
  });
});

it('is the mean of four places of each area, at its place', () => {
  const planes = plain('I420', [16, 128, 128], { fullRange: true });
  // A white square that fills one pixel of the smaller picture: column 3, row 2.
  for (let y = 8; y < 12; y++) planes.data.fill(200, y * 64 + 12, y * 64 + 16);
  const rgba = shrunk(planes);
  const level = (column: number, row: number) => rgba[4 * (row * 16 + column)];
  expect(level(3, 2)).toBe(200);
  expect([level(2, 2), level(4, 2), level(3, 1), level(3, 3)]).toEqual([16, 16, 16, 16]);
});

it('differs when one of the places that it looks at differs: a frozen picture is never taken for a moving one', () => {
  const planes = plain('NV12', [90, 120, 130]);
  const before = shrunk(planes).join();
  expect(shrunk(planes).join()).toBe(before);
  planes.data[9 * 64 + 13] = 120;
  expect(shrunk(planes).join()).not.toBe(before);
});

it('larger than the source, it repeats', () => {
  expect(pixels(shrunk(plain('I420', [126, 128, 128]), 320, 180)).size).toBe(1);
});
