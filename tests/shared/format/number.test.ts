import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber, formatSmall } from '../../../src/shared/format/number.js';
import { LANGUAGES } from '../../../src/shared/i18n/index.js';

it.each([
  [1_180, 0, 0, '1180'],
  [9_999.4, 0, 0, '9999'],
  [9_999.6, 0, 0, '10,000'],
  [1_234_567.891, 2, 0, '1,234,567.89'],
  [12, 2, 2, '12.00'],
  [12.5, 3, 1, '12.5'],
  [12.04, 1, 0, '12'],
  [-0.04, 1, 0, '0'],
  [-0.04, 1, 1, '0.0'],
  [-7.25, 2, 0, '−7.25'],
  [100, 0, 0, '100'],
  [0, 2, 0, '0'],
])('writes %d with %d decimals at most, %d at least, as %s', (value, maximum, minimum, text) => {
  for (const language of LANGUAGES) expect(formatNumber(language, value, maximum, minimum)).toBe(text);
});

it('never writes as nothing what is something', () => {
  expect(formatSmall('en', 0.04)).toBe('0.04');
  expect(formatSmall('en', 0)).toBe('0');
  expect(formatSmall('en', 3.14)).toBe('3.1');
});

it("agrees with the system's own formatter", () => {
  const decimals = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      decimals,
      decimals,
      (language, value, one, other) => {
        const [minimum, maximum] = [Math.min(one, other), Math.max(one, other)];
        // Halves apart, which the two round by other rules, they are to be the same letter by letter.
        const rounded = Number(value.toFixed(maximum));
        const theirs = new Intl.NumberFormat(language, {
          minimumFractionDigits: minimum,
          maximumFractionDigits: maximum,
          useGrouping: 'min2',
        }).format(rounded + 0);
        const ours = formatNumber(language, rounded, maximum, minimum);
        expect(ours).toBe(rounded < 0 ? theirs.replace('-', '−') : theirs.replace('-', ''));
        expect(formatNumber(language, value, maximum, minimum)).toBe(ours);
      },
    ),
  );
});
