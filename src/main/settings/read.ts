import { join } from 'node:path';
import {
  DEFAULT_SETTINGS,
  SETTINGS_FILE,
  type Settings,
  settingsSchema,
} from '../../shared/settings/schema.js';
import { readJsonFile } from './json-file.js';

/** Settings as found; `problem` says why defaults stand in for them. */
export interface FoundSettings {
  readonly settings: Settings;
  readonly file: string;
  readonly problem?: string;
}

/** Reads the settings of a user-data folder without touching anything. No file: defaults, and no problem. */
export function readSettings(dir: string): FoundSettings {
  const file = join(dir, SETTINGS_FILE);
  const { value, problem } = readJsonFile(file, settingsSchema);
  return { settings: value ?? DEFAULT_SETTINGS, file, ...(problem !== undefined && { problem }) };
}
