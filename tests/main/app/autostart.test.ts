import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { autostartFile, desktopEntry, setDesktopEntry } from '../../../src/main/app/autostart.js';

vi.mock('electron', () => ({ app: {} }));

let config: string;
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'autostart-'));
});
afterEach(() => rmSync(config, { recursive: true, force: true }));

const exec = (...command: [string, ...string[]]) => /^Exec=(.*)$/m.exec(desktopEntry(command))?.[1];

test('the Exec line is quoted as the Desktop Entry specification asks', () => {
  expect(exec('/opt/onair-sentry', '--hidden')).toBe('/opt/onair-sentry --hidden');
  expect(exec('/opt/On Air/app', '--hidden')).toBe('"/opt/On Air/app" --hidden');
  expect(exec('/x/50%')).toBe('/x/50%%');
  // Quoting puts a backslash before it, and the value's own escaping doubles that.
  expect(exec('/x/a"b')).toBe('"/x/a\\\\"b"');
  expect(exec('/x/$HOME')).toBe('"/x/\\\\$HOME"');
  expect(exec('/x/a\\b')).toBe('"/x/a\\\\\\\\b"');
});

test('no argument can add a line of its own', () => {
  const text = desktopEntry(['/x', '--name=a\nExec=/bin/evil']);
  expect(text.match(/^Exec=/gm)).toHaveLength(1);
});

test('the entry lies where the desktop looks', () => {
  expect(autostartFile({ XDG_CONFIG_HOME: config })).toBe(join(config, 'autostart', 'onair-sentry.desktop'));
  expect(autostartFile({}, '/home/user')).toBe('/home/user/.config/autostart/onair-sentry.desktop');
});

test('it is put in place whole, replaced when the program moved, and taken away', () => {
  const file = autostartFile({ XDG_CONFIG_HOME: config });
  expect(setDesktopEntry(file, ['/old/app', '--hidden'], true).ok).toBe(true);
  expect(setDesktopEntry(file, ['/new/app', '--hidden'], true).ok).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(desktopEntry(['/new/app', '--hidden']));
  expect(readdirSync(dirname(file))).toEqual(['onair-sentry.desktop']);
  expect(setDesktopEntry(file, ['/new/app'], false).ok).toBe(true);
  expect(existsSync(file)).toBe(false);
  expect(setDesktopEntry(file, ['/new/app'], false).ok).toBe(true);
});

test('what cannot be written is said, and leaves nothing behind', () => {
  const file = autostartFile({ XDG_CONFIG_HOME: config });
  mkdirSync(join(file, 'in-the-way'), { recursive: true });
  expect(setDesktopEntry(file, ['/app'], true)).toMatchObject({ ok: false, error: { code: 'NOT_STORED' } });
  expect(readdirSync(dirname(file))).toEqual(['onair-sentry.desktop']);
});
