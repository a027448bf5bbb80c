import { shell } from 'electron';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { openSystemPage, pageTarget, systemPages } from '../../../src/main/security/system-pages.js';
import { SYSTEM_PAGES } from '../../../src/shared/playbooks/system-pages.js';

vi.mock('electron', () => ({ shell: { openExternal: vi.fn(() => Promise.resolve()) } }));

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const DESKTOPS = ['GNOME', 'ubuntu:GNOME', 'KDE', 'XFCE', '', 'sway'];

afterEach(() => void vi.clearAllMocks());

test('Windows and macOS have every page, as an address of the system settings and nothing else', () => {
  for (const page of SYSTEM_PAGES) {
    expect(pageTarget(page, 'win32', '')).toMatchObject({
      address: expect.stringMatching(/^(ms-settings:[a-z-]+|windowsdefender:)$/),
    });
    expect(pageTarget(page, 'darwin', '')).toMatchObject({
      address: expect.stringMatching(/^x-apple\.systempreferences:com\.apple\.[\w.]+(\?Privacy_\w+)?$/),
    });
  }
});

test('on Linux a page is a program with fixed words, and a desktop that we do not know has none', () => {
  for (const desktop of DESKTOPS)
    for (const page of SYSTEM_PAGES) {
      const target = pageTarget(page, 'linux', desktop);
      if (!target) continue;
      if (target.kind !== 'program') throw new Error('an address on Linux');
      for (const word of [target.program, ...target.args]) expect(word).toMatch(/^[\w=-]+$/);
    }
  expect(systemPages('linux', 'sway')).toEqual([]);
  expect(systemPages('linux', 'ubuntu:GNOME')).toContain('network');
});

test('what a desktop calls itself reaches no command line', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...SYSTEM_PAGES), (desktop, page) => {
      const known = DESKTOPS.map((one) => JSON.stringify(pageTarget(page, 'linux', one)));
      expect(known).toContain(JSON.stringify(pageTarget(page, 'linux', desktop)));
    }),
  );
});

test('an address is opened; what is not there or does not start is said', async () => {
  expect((await openSystemPage('sound', log, 'win32', '')).ok).toBe(true);
  expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('ms-settings:sound');
  expect(await openSystemPage('sound', log, 'linux', 'sway')).toMatchObject({ error: { code: 'NOT_READY' } });
  vi.stubEnv('PATH', '/nonexistent');
  expect(await openSystemPage('sound', log, 'linux', 'XFCE')).toMatchObject({ error: { code: 'NOT_READY' } });
  vi.unstubAllEnvs();
});
