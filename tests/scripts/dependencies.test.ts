import { expect, it } from 'vitest';
import { dependenciesMatch } from '../../scripts/lib/dependencies.mjs';
import { tempFolder, writeTree } from './fixtures.js';

type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean }>;

const A = { version: '1.0.0', integrity: 'sha512-a' };

function matches(wanted: Packages, present?: Packages): boolean {
  const root = tempFolder();
  writeTree(root, { 'package-lock.json': JSON.stringify({ packages: { '': {}, ...wanted } }) });
  if (present) {
    writeTree(root, { 'node_modules/.package-lock.json': JSON.stringify({ packages: present }) });
  }
  return dependenciesMatch(root);
}

it('matches when node_modules holds what the lock file asks for', () => {
  expect(matches({ 'node_modules/a': A }, { 'node_modules/a': A })).toBe(true);
});

it('does not match without npm’s own list, which an interrupted installation lacks', () => {
  expect(matches({ 'node_modules/a': A })).toBe(false);
});

it.each([
  ['another version', { 'node_modules/a': { ...A, version: '1.0.1' } }],
  ['another integrity', { 'node_modules/a': { ...A, integrity: 'sha512-b' } }],
  ['a missing package', {}],
  ['an extra package', { 'node_modules/a': A, 'node_modules/b': A }],
])('does not match with %s', (_, present) => {
  expect(matches({ 'node_modules/a': A }, present)).toBe(false);
});

it('does without an optional package, which may be for another system', () => {
  expect(
    matches({ 'node_modules/a': A, 'node_modules/o': { ...A, optional: true } }, { 'node_modules/a': A }),
  ).toBe(true);
});

it('does not match when the list is damaged', () => {
  const root = tempFolder();
  writeTree(root, { 'package-lock.json': '{"packages":{}}', 'node_modules/.package-lock.json': '{"packa' });
  expect(dependenciesMatch(root)).toBe(false);
});
