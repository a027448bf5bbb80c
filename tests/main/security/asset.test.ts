import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAsset } from '../../../src/main/security/asset.js';
import { isOwnUrl } from '../../../src/main/security/origin.js';

const FOLDER = resolve('/srv/pages');
const at = (path: string) => findAsset(FOLDER, `app://onair-sentry${path}`);

test('files of the page are found with their type', () => {
  expect(at('/index.html?x#y')).toEqual({
    file: resolve(FOLDER, 'index.html'),
    type: 'text/html; charset=utf-8',
  });
  expect(at('/assets/a%20b.js')?.file).toBe(resolve(FOLDER, 'assets/a b.js'));
});

test.each([
  '/..%2fsecret.js',
  '/%2e%2e%2f%2e%2e%2fsecret.js',
  '/assets/..%2f..%2fsecret.js',
  '/..%5csecret.js',
  '/C:%5csecret.js',
  '/%2fetc%2fpasswd',
  '/index.html%00.js',
  '/%ff.js',
  '/',
  '/package.json',
  '/noextension',
])('%s is not served', (path) => {
  const found = at(path);
  expect(found === null || found.file.startsWith(`${FOLDER}/`)).toBe(true);
  if (!path.startsWith('/%2fetc')) expect(found).toBeNull();
});

test.each([
  'app://onair-sentry.evil/index.html',
  'app://evil/index.html',
  'app://user@onair-sentry/index.html',
  'https://onair-sentry/index.html',
  'file:///srv/pages/index.html',
  'not an address',
])('%s is not ours', (address) => {
  expect(isOwnUrl(address)).toBe(false);
  expect(findAsset(FOLDER, address)).toBeNull();
});

test('whatever the path, nothing outside the folder is found', () => {
  const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', 'a.js', '%00', ':', '%');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const found = at(`/${pieces.join('')}`);
      expect(found === null || found.file.startsWith(`${FOLDER}/`)).toBe(true);
    }),
  );
});
