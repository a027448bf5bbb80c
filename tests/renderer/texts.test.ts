import { describe, expect, it } from 'vitest';
import { CATALOGUES, LANGUAGES, type MessageKey } from '../../src/shared/i18n/index.js';

const page = import.meta.glob<string>('../../src/renderer/**/*.{ts,tsx,html}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const shared = import.meta.glob<string>('../../src/shared/{format,health,diagnostics,playbooks}/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const files = Object.entries(page).map(([name, text]) => ({ name, text }));
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
const own = (Object.keys(CATALOGUES['zh-CN']) as MessageKey[]).filter(
  // Steps of playbooks are named by data; a test of their own holds them.
  (key) => /^(ui|popup|incidents|playbook)\./.test(key) && !/^playbook\.[RSFP]\d/.test(key),
);

describe('texts of the page', () => {
  it('stand in the catalogues only', () => {
    const literal = files.filter(({ text }) => /\p{Script=Han}/u.test(withoutComments(text)));
    expect(files.length).toBeGreaterThan(30);
    expect(literal.map(({ name }) => name)).toEqual([]);
  });

  it('exist in every language for every key that is used', () => {
    const used = files.flatMap(({ text }) => [
      ...withoutComments(text).matchAll(
        /['"`]((?:ui|popup|incidents|playbook|verdict|list|missing|judgement)\.[\w.-]+)['"`]/g,
      ),
    ]);
    expect(used.length).toBeGreaterThan(30);
    for (const [, key] of used)
      for (const language of LANGUAGES) expect(CATALOGUES[language]).toHaveProperty([key ?? '']);
  });

  it('are all used', () => {
    const everything = [...files.map(({ text }) => text), ...Object.values(shared)].join('\n');
    const unused = own.filter((key) => {
      const stem = key.slice(0, key.lastIndexOf('.'));
      return (
        !everything.includes(`'${key}'`) &&
        !everything.includes(`"${key}"`) &&
        !everything.includes(`\`${stem}.$`)
      );
    });
    expect(unused).toEqual([]);
  });

  it('take the same values in every language', () => {
    for (const key of own)
      expect(placeholders(CATALOGUES.en[key]), key).toEqual(placeholders(CATALOGUES['zh-CN'][key]));
  });

  it('have no marks that Chinese fonts draw a whole letter wide in English', () => {
    for (const text of Object.values(CATALOGUES.en)) expect(text).not.toMatch(/[‘’“”]/);
  });

  it('are in their language', () => {
    for (const key of own.filter((one) => one !== 'ui.language.zh-CN'))
      expect(CATALOGUES.en[key], key).not.toMatch(/\p{Script=Han}/u);
  });
});
