import { expect, it } from 'vitest';
import { CATALOGUES, LANGUAGES } from '../../../src/shared/i18n/index.js';
import { ADVICE_CODES } from '../../../src/shared/metrics/advice.js';

it.each(LANGUAGES)('every code of advice has a text in %s, and every text a code', (language) => {
  const prefix = 'advice.code.';
  const keys = Object.keys(CATALOGUES[language]).filter((key) => key.startsWith(prefix));
  expect(keys.map((key) => key.slice(prefix.length)).sort()).toEqual([...ADVICE_CODES].sort());
});
