import ElectronStore from 'electron-store';
import { SETTINGS_FILE, type Settings } from '../../shared/settings/schema.js';
import type { WriteSettings } from './store.js';

/**
 * Writes settings with electron-store, which replaces the file atomically. Reading and checking are ours: it would
 * throw on a damaged file, or wipe it. It is opened on the first write, so that a bad folder can't stop the start.
 */
export function settingsFile(folder: string): WriteSettings {
  const name = SETTINGS_FILE.replace(/\.json$/, '');
  let store: ElectronStore<Settings> | undefined;
  return (settings) => {
    store ??= new ElectronStore<Settings>({ cwd: folder, name });
    store.store = settings;
  };
}
