import type { Notice } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { type Settings, settingsSchema } from '../../shared/settings/schema.js';
import { readSettings } from './read.js';
import { setAside } from './set-aside.js';

/** Puts settings on disk; throws when it can't. */
export type WriteSettings = (settings: Settings) => void;

/** The user's settings: read once, kept in memory, written on every change. */
export interface SettingsStore {
  readonly current: Settings;
  /** Takes a change. It holds in memory even when it could not be stored. */
  update(patch: Partial<Settings>): Result<Settings>;
  onChange(listener: (settings: Settings) => void): void;
}

/** What a store needs from outside. */
export interface SettingsStoreOptions {
  readonly folder: string;
  readonly write: WriteSettings;
  readonly onNotice: (notice: Notice) => void;
  readonly now: () => Date;
}

/** Opens the settings of a user-data folder. A damaged file is set aside and reported, never wiped. */
export function openSettings({ folder, write, onNotice, now }: SettingsStoreOptions): SettingsStore {
  const found = readSettings(folder);
  if (found.problem !== undefined)
    onNotice({ code: 'settings-set-aside', detail: setAside(found.file, now()) });
  const listeners: ((settings: Settings) => void)[] = [];
  let current = found.settings;
  let told = false;

  return {
    get current() {
      return current;
    },
    onChange: (listener) => void listeners.push(listener),
    update: (patch) => {
      const parsed = settingsSchema.safeParse({ ...current, ...patch });
      if (!parsed.success) return failure('INVALID', parsed.error.issues[0]?.message ?? 'not settings');
      current = parsed.data;
      const refusal = attempt(() => write(current));
      for (const listener of listeners) listener(current);
      if (refusal === null) return success(current);
      if (!told) onNotice({ code: 'settings-not-stored', detail: found.file });
      told = true;
      return failure('NOT_STORED', refusal);
    },
  };
}

/** @returns null when it worked, else why not */
function attempt(action: () => void): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
