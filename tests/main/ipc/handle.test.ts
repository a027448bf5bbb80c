import type { IpcMainInvokeEvent } from 'electron';
import { expect, test, vi } from 'vitest';
import { guarded, type Handlers, registerHandlers } from '../../../src/main/ipc/handle.js';
import { INVOKE_CHANNELS } from '../../../src/shared/ipc/contract.js';
import { success } from '../../../src/shared/ipc/result.js';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/schema.js';

const { handle } = vi.hoisted(() => ({ handle: vi.fn() }));
vi.mock('electron', () => ({ ipcMain: { handle } }));

const event = {} as IpcMainInvokeEvent;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const handlers = {
  'monitor:snapshot': () => {
    throw new Error('secret detail');
  },
  'settings:get': vi.fn(() => success(DEFAULT_SETTINGS)),
  'settings:update': vi.fn(() => success(DEFAULT_SETTINGS)),
} as unknown as Handlers;
const trusting = { isTrusted: () => true };

test('every call of the contract is registered', () => {
  registerHandlers(handlers, trusting as never, log);
  expect(handle.mock.calls.map(([channel]) => channel as string)).toEqual([...INVOKE_CHANNELS]);
});

test('a stranger is refused before its arguments are looked at', async () => {
  const answer = guarded('settings:update', handlers, { isTrusted: () => false }, log);
  expect(await answer(event, { language: 'en' })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  expect(handlers['settings:update']).not.toHaveBeenCalled();
});

test('bad arguments never reach the handler', async () => {
  const answer = guarded('settings:update', handlers, trusting, log);
  for (const args of [[{ language: 'fr' }], [{ schema: 1 }], ['en'], [null], [], [{}, {}]])
    expect(await answer(event, ...args)).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  expect(handlers['settings:update']).not.toHaveBeenCalled();
});

test('good arguments do', async () => {
  const answer = guarded('settings:update', handlers, trusting, log);
  expect(await answer(event, { language: 'en' })).toEqual(success(DEFAULT_SETTINGS));
  expect(handlers['settings:update']).toHaveBeenCalledExactlyOnceWith({ language: 'en' });
});

test('a defect is logged, and its details stay here', async () => {
  const answer = guarded('monitor:snapshot', handlers, trusting, log);
  const result = await answer(event, undefined);
  expect(result).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  expect(JSON.stringify(result)).not.toContain('secret');
  expect(log.error).toHaveBeenCalledOnce();
});
