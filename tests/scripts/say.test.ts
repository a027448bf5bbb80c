import { expect, it } from 'vitest';
import { MESSAGES } from '../../scripts/lib/messages.mjs';
import { checkNode } from '../../scripts/lib/node-version.mjs';
import { chooseLanguage } from '../../scripts/lib/say.mjs';
import { recordingSay } from './fixtures.js';

it('speaks the language of --lang, then of the locale', () => {
  expect(chooseLanguage([], { LANG: 'zh_CN.UTF-8' }, 'en-US')).toBe('zh');
  expect(chooseLanguage([], { LANG: 'de_DE.UTF-8' }, 'zh-CN')).toBe('en');
  expect(chooseLanguage([], { LC_ALL: 'C', LANG: 'zh_CN' }, 'zh-CN')).toBe('en');
  expect(chooseLanguage([], {}, 'zh-CN')).toBe('zh');
  expect(chooseLanguage(['--lang=zh-CN'], { LANG: 'C' }, 'en')).toBe('zh');
  expect(chooseLanguage(['--lang', 'en'], { LANG: 'zh_CN' }, 'en')).toBe('en');
});

it('has every message in both languages with the same values', () => {
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const [key, { zh, en }] of Object.entries(MESSAGES)) expect(values(zh), key).toEqual(values(en));
});

it('refuses a Node that is too old, with status 69', () => {
  const { say } = recordingSay();
  expect(() => checkNode(say, '20.18.9')).toThrow(expect.objectContaining({ status: 69 }));
  expect(() => checkNode(say, '18.20.0')).toThrow(/18\.20\.0; 20\.19 or newer/);
  for (const version of ['20.19.0', '22.0.0', '25.1.0']) expect(() => checkNode(say, version)).not.toThrow();
});
