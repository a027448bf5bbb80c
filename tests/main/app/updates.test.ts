import { beforeEach, expect, test, vi } from 'vitest';
import { followUpdates } from '../../../src/main/app/updates.js';

const updater = vi.hoisted(() => ({
  loaded: 0,
  setFeedURL: vi.fn(),
  checkForUpdates: vi.fn(),
}));
vi.mock('electron', () => ({ app: { isPackaged: true } }));
vi.mock('electron-updater', () => {
  updater.loaded += 1;
  return { default: { autoUpdater: updater } };
});

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const FEED = 'https://updates.example/onair/';
const DAY = 24 * 3600_000;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  vi.stubEnv('APPIMAGE', '/opt/onair.AppImage');
  return () => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  };
});

test('without a feed the updater is not even loaded', async () => {
  followUpdates({ feed: undefined, isOnAir: () => false, log });
  await vi.advanceTimersByTimeAsync(DAY);
  expect(vi.getTimerCount()).toBe(0);
  expect(updater.loaded).toBe(0);
});

test('with a feed it asks there twice a day', async () => {
  updater.checkForUpdates.mockResolvedValue({ isUpdateAvailable: false });
  followUpdates({ feed: FEED, isOnAir: () => false, log });
  expect(updater.checkForUpdates).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(DAY);
  expect(updater.checkForUpdates).toHaveBeenCalledTimes(2);
  expect(updater.setFeedURL).toHaveBeenCalledWith({ provider: 'generic', url: FEED });
});

test('on air it waits', async () => {
  updater.checkForUpdates.mockResolvedValue(null);
  let onAir = true;
  followUpdates({ feed: FEED, isOnAir: () => onAir, log });
  await vi.advanceTimersByTimeAsync(DAY);
  expect(updater.checkForUpdates).not.toHaveBeenCalled();
  onAir = false;
  await vi.advanceTimersByTimeAsync(3600_000);
  expect(updater.checkForUpdates).toHaveBeenCalledTimes(1);
});

test('a feed that does not answer is a line in the log, no more', async () => {
  updater.checkForUpdates.mockRejectedValue(new Error('net::ERR_NAME_NOT_RESOLVED'));
  followUpdates({ feed: FEED, isOnAir: () => false, log });
  await vi.advanceTimersByTimeAsync(3600_000);
  expect(log.warn).toHaveBeenCalledWith('updates', expect.any(Error));
});

test('a newer version is loaded and waits for the end of the program', async () => {
  const downloadPromise = Promise.resolve([]);
  const updateInfo = { version: '9.9.9' };
  updater.checkForUpdates.mockResolvedValue({ isUpdateAvailable: true, updateInfo, downloadPromise });
  followUpdates({ feed: FEED, isOnAir: () => false, log });
  await vi.advanceTimersByTimeAsync(3600_000);
  expect(updater).toMatchObject({ autoDownload: true, autoInstallOnAppQuit: true, allowDowngrade: false });
  expect(log.info).toHaveBeenLastCalledWith(expect.stringContaining('9.9.9'));
});
