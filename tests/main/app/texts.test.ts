import { expect, test, vi } from 'vitest';
import { systemLocale } from '../../../src/main/app/locale.js';
import { Texts } from '../../../src/main/app/texts.js';

test('the setting decides, then the locale', () => {
  expect(new Texts('system', 'en_GB.UTF-8').speech.language).toBe('en');
  expect(new Texts('system', undefined).speech.language).toBe('zh-CN');
  expect(new Texts('zh-CN', 'en_GB.UTF-8').speech.t('app.name')).toBe('开播卫士');
});

test('a change says whether the language is another one', () => {
  const texts = new Texts('system', 'en');
  expect(texts.use('en')).toBe(false);
  expect(texts.use('zh-CN')).toBe(true);
  expect(texts.speech.t('tray.part', { part: 'a', judgement: '<b>' })).toBe('a：<b>');
});

test('the environment states the locale on Linux, the system elsewhere', () => {
  const system = () => 'fr';
  expect(systemLocale({ LANG: 'en', LC_ALL: '' }, 'linux', system)).toBe('en');
  expect(systemLocale({ LANG: 'en', LC_MESSAGES: 'zh' }, 'linux', system)).toBe('zh');
  expect(systemLocale({}, 'linux', system)).toBeUndefined();
  expect(systemLocale({ LANG: 'en' }, 'win32', system)).toBe('fr');
});

test('a count is written as it is, without the tables of plurals that no text needs', () => {
  const rules = vi.spyOn(Intl, 'PluralRules');
  try {
    const { t } = new Texts('en', undefined).speech;
    expect(t('ui.settings.rules', { count: 1 })).toContain('1');
    expect(rules).not.toHaveBeenCalled();
  } finally {
    rules.mockRestore();
  }
});
