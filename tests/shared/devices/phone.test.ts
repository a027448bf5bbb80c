import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isPhone } from '../../../src/shared/devices/phone.js';

it.each([
  ['an iPhone', '05ac', '12a8', ['060101', 'fffe02'], true],
  ['a keyboard of the same maker', '05ac', '024f', ['030101'], false],
  ['an Android phone, files', '2717', 'ff40', ['ffff00'], true],
  ['an Android phone, debugging, of an unknown maker', 'abcd', '0001', ['ff4201'], true],
  ['a photo camera', '04a9', '32b4', ['060101'], false],
  ['a webcam', '046d', '0825', ['0e0100', '0e0200', '010100'], false],
  ['a network adapter with functions of its maker alone', '17ef', '7205', ['ffff00'], false],
  ['a disk of a maker of phones', '04e8', '61f5', ['080650', '080662'], false],
])('%s', (_what, vendor, product, functions, expected) => {
  expect(isPhone({ vendor, product, functions })).toBe(expected);
});

it('no device without functions is one, except of Apple', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (vendor, product) => {
      expect(isPhone({ vendor, product, functions: [] })).toBe(
        vendor === '05ac' && /^12[9a][0-9a-f]$/.test(product),
      );
    }),
  );
});
