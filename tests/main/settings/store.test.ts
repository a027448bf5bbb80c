import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setAside } from '../../../src/main/settings/set-aside.js';
import { openSettings } from '../../../src/main/settings/store.js';
import type { Notice } from '../../../src/shared/ipc/contract.js';
import { NO_POLICY } from '../../../src/shared/settings/policy.js';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/schema.js';

const NOW = new Date('2026-03-01T10:20:30.456Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(write: (settings: unknown) => void = () => undefined, policy = NO_POLICY) {
  let notices: Notice[] = [];
  const store = openSettings({
    folder,
    write,
    policy,
    now: () => NOW,
    onNotice: (notice) => notices.push(notice),
    onRecovery: (code) => {
      notices = notices.filter((notice) => notice.code !== code);
    },
  });
  return {
    store,
    get notices() {
      return notices;
    },
  };
}

test('the policy of the machine wins, and is not written into the file of the user', () => {
  const write = vi.fn();
  const { store } = open(write, { schema: 1, settings: { tickSeconds: 5 } });
  expect(store.current.tickSeconds).toBe(5);
  store.update({ tickSeconds: 3, language: 'en' });
  expect(store.current).toMatchObject({ tickSeconds: 5, language: 'en' });
  expect(write).toHaveBeenCalledWith(expect.objectContaining({ tickSeconds: 3 }));
});

test('a first start has defaults, writes nothing and says nothing', () => {
  const write = vi.fn();
  const { store, notices } = open(write);
  expect(store.current).toEqual(DEFAULT_SETTINGS);
  expect(notices).toEqual([]);
  expect(write).not.toHaveBeenCalled();
  expect(readdirSync(folder)).toEqual([]);
});

test('a damaged file is kept under another name, and named in a notice', () => {
  writeFileSync(join(folder, 'settings.json'), '{"language": ');
  const { store, notices } = open();
  const aside = join(folder, 'settings.corrupt-2026-03-01T10-20-30.456Z.json');
  expect(store.current).toEqual(DEFAULT_SETTINGS);
  expect(notices).toEqual([{ code: 'settings-set-aside', detail: aside }]);
  expect(readFileSync(aside, 'utf8')).toBe('{"language": ');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('what cannot be set aside stays where it is', () => {
  const file = join(folder, 'nothing', 'settings.json');
  expect(setAside(file, NOW)).toBe(file);
});

test('a change is written whole and told', () => {
  const write = vi.fn();
  const { store } = open(write);
  const listener = vi.fn();
  store.onChange(listener);
  const next = { ...DEFAULT_SETTINGS, language: 'en' };
  expect(store.update({ language: 'en' })).toEqual({ ok: true, value: next });
  expect(write).toHaveBeenCalledExactlyOnceWith(next);
  expect(listener).toHaveBeenCalledExactlyOnceWith(next);
});

test('a change that breaks the schema is refused and changes nothing', () => {
  const write = vi.fn();
  const { store } = open(write);
  expect(store.update({ tickSeconds: 99 })).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  expect(store.current).toEqual(DEFAULT_SETTINGS);
  expect(write).not.toHaveBeenCalled();
});

test('a change that cannot be written holds in memory and is said once, until one can', () => {
  let full = true;
  const opened = open(() => {
    if (full) throw new Error('ENOSPC');
  });
  const { store } = opened;
  const said = { code: 'settings-not-stored', detail: join(folder, 'settings.json') };
  expect(store.update({ language: 'en' })).toMatchObject({ ok: false, error: { code: 'NOT_STORED' } });
  expect(store.update({ language: 'zh-CN' }).ok).toBe(false);
  expect(store.current.language).toBe('zh-CN');
  expect(opened.notices).toEqual([said]);

  full = false;
  expect(store.update({ tickSeconds: 3 }).ok).toBe(true);
  expect(opened.notices).toEqual([]);

  full = true;
  expect(store.update({ tickSeconds: 4 }).ok).toBe(false);
  expect(opened.notices).toEqual([said]);
});
