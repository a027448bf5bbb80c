import { expect, test } from 'vitest';
import { noticesText, packedLicenses } from '../../scripts/lib/notices.mjs';
import { ROOT } from '../../scripts/lib/project.mjs';

const zod = { name: 'zod', version: '4.0.0', identifier: 'MIT', text: 'Permission is granted' };
const ajv = { name: 'ajv', version: '8.0.0', text: 'Copyright Ajv' };

test('each package once, in order, with its whole licence', () => {
  const text = noticesText([zod, ajv, zod]);
  expect(text.match(/^zod 4\.0\.0 \(MIT\)$/gm)).toHaveLength(1);
  expect(text.indexOf('ajv 8.0.0\n\nCopyright Ajv')).toBeGreaterThan(0);
  expect(text.indexOf('zod 4.0.0')).toBeGreaterThan(text.indexOf('ajv 8.0.0'));
});

test('a package without any licence stops the packing', () => {
  expect(() => noticesText([{ name: 'x', version: '1' }])).toThrow('x 1');
});

test('packages that are packed as they are, and what these need, have a notice', () => {
  const licenses = packedLicenses(ROOT);
  const names = licenses.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['libsql', '@neon-rs/load', 'detect-libc']));
  expect(names.filter((name) => name.startsWith('@libsql/'))).not.toEqual([]);
  expect(() => noticesText(licenses)).not.toThrow();
});
