import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWritable } from '../../../src/main/settings/writable.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writable-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder that takes files is writable, and nothing is left in it', () => {
  expect(isWritable(folder)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that is not there yet is made', () => {
  expect(isWritable(join(folder, 'a', 'b'))).toBe(true);
});

test('what is no folder is not writable', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(isWritable(join(folder, 'file'))).toBe(false);
});
