import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/*
 * What the import rules of .dependency-cruiser.cjs can't see: which names are taken from a package that a layer may
 * import, and which methods are called.
 */

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

function filesWith(pattern: RegExp): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .filter((name) => pattern.test(readFileSync(join(SRC, name), 'utf8')))
    .map((name) => relative('.', name).replaceAll('\\', '/'))
    .sort();
}

test('only the ipc layer touches ipcMain', () => {
  expect(filesWith(/import .*\bipcMain\b/)).toEqual(['main/ipc/handle.ts']);
});

test('only the ipc layer sends to pages', () => {
  expect(filesWith(/(contents|webContents|window)\??\.send\(/i)).toEqual(['main/ipc/publish.ts']);
});

test('only the preload touches ipcRenderer', () => {
  expect(filesWith(/import .*\bipcRenderer\b/)).toEqual(['preload/index.ts']);
});

test('only the navigation guard and the table of settings pages open addresses outside the program', () => {
  const doors = ['main/security/navigation.ts', 'main/security/system-pages.ts'];
  expect(filesWith(/\bopenExternal\(/)).toEqual(doors);
});

test('every window gets its preferences from one place', () => {
  const windows = ['main', 'popup', 'report'].map((name) => `main/windows/${name}-window.ts`);
  expect(filesWith(/new BrowserWindow\(/)).toEqual(windows);
  expect(filesWith(/webPreferences: webPreferences\(/)).toEqual(windows);
  expect(filesWith(/webPreferences:/)).toEqual(windows);
});

test('no file is longer than 400 lines, and half of them are at most 90', () => {
  const lengths = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(SRC, name), 'utf8').split('\n').length)
    .sort((a, b) => a - b);
  expect(lengths.at(-1)).toBeLessThanOrEqual(400);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(90);
});
