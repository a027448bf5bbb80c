import { expect, it } from 'vitest';
import { pickLanguage } from '../../../src/shared/i18n/index.js';

it.each([
  'zh_CN.UTF-8',
  'zh_CN',
  'zh-CN',
  'zh',
  'zh_TW.UTF-8',
  'ZH-hans',
  'C',
  'C.UTF-8',
  'POSIX',
  '',
  undefined,
])('a system that says %j is spoken to in Chinese', (locale) =>
  expect(pickLanguage(undefined, locale)).toBe('zh-CN'),
);

it.each(['en_US.UTF-8', 'en', 'de_CH', 'zha_CN', 'Catalan'])('one that says %j in English', (locale) =>
  expect(pickLanguage(undefined, locale)).toBe('en'),
);

it('a wish goes before the system', () => {
  expect(pickLanguage('en', 'zh_CN.UTF-8')).toBe('en');
  expect(pickLanguage('zh-CN', 'en')).toBe('zh-CN');
});
