import type { AppInfo } from '../../shared/ipc/contract.js';
import { success } from '../../shared/ipc/result.js';
import type { Monitor } from '../monitor/monitor.js';
import type { SettingsStore } from '../settings/store.js';
import type { Handlers } from './handle.js';

/** Answers to every call of a page. */
export function createHandlers(monitor: Monitor, settings: SettingsStore, info: () => AppInfo): Handlers {
  return {
    'monitor:snapshot': () => success(monitor.snapshot()),
    'settings:get': () => success(settings.current),
    'settings:update': (patch) => settings.update(patch),
    'app:info': () => success(info()),
  };
}
