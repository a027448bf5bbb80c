import { expect, test } from 'vitest';
import { compare } from '../../../src/shared/sop/compare.js';

test('the end of a limit belongs to it or does not, as its sign says', () => {
  const signs = ['>', '>=', '<', '<='] as const;
  const against = (value: number) => signs.filter((sign) => compare(value, sign, 70));
  expect(against(69.9)).toEqual(['<', '<=']);
  expect(against(70)).toEqual(['>=', '<=']);
  expect(against(70.1)).toEqual(['>', '>=']);
  expect(against(Number.NaN)).toEqual([]);
});
