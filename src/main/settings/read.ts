import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DEFAULT_SETTINGS,
  SETTINGS_FILE,
  type Settings,
  settingsSchema,
} from '../../shared/settings/schema.js';

/** Settings as found; `problem` says why defaults stand in for them. */
export interface FoundSettings {
  readonly settings: Settings;
  readonly file: string;
  readonly problem?: string;
}

/** Reads the settings of a user-data folder without touching anything. No file: defaults, and no problem. */
export function readSettings(dir: string): FoundSettings {
  const file = join(dir, SETTINGS_FILE);
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return { settings: parsed.data, file };
    const issue = parsed.error.issues[0];
    return {
      settings: DEFAULT_SETTINGS,
      file,
      problem: `${issue?.path.join('.') || '(root)'}: ${issue?.message}`,
    };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { settings: DEFAULT_SETTINGS, file, ...(!missing && { problem: (error as Error).message }) };
  }
}
