import type { Notice } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { applyPolicy, type Policy } from '../../shared/settings/policy.js';
import { type Settings, settingsSchema } from '../../shared/settings/schema.js';
import { readSettings } from './read.js';
import { setAside } from './set-aside.js';

/** Puts settings on disk; throws when it can't. */
export type WriteSettings = (settings: Settings) => void;

/** The user's settings: read once, kept in memory, written on every change. */
export interface SettingsStore {
  /** The settings in force. */
  readonly current: Settings;
  /** The user's own, without those of IT for this machine. */
  readonly own: Settings;
  /** Takes a change. It holds in memory even when it could not be stored. */
  update(patch: Partial<Settings>): Result<Settings>;
  onChange(listener: (settings: Settings) => void): void;
}

/** What a store needs from outside. */
export interface SettingsStoreOptions {
  readonly folder: string;
  readonly write: WriteSettings;
  /** Settings of IT for this machine; they win, and are never written to the user's file. */
  readonly policy: Policy;
  readonly onNotice: (notice: Notice) => void;
  /** What was reported is no longer so. */
  readonly onRecovery: (code: Notice['code']) => void;
  readonly now: () => Date;
}

/** Opens the settings of a user-data folder. A damaged file is set aside and reported, never wiped. */
export function openSettings(options: SettingsStoreOptions): SettingsStore {
  const { folder, write, policy, onNotice, onRecovery, now } = options;
  const found = readSettings(folder);
  if (found.problem !== undefined)
    onNotice({ code: 'settings-set-aside', detail: setAside(found.file, now()) });
  const listeners: ((settings: Settings) => void)[] = [];
  let own = found.settings;
  let current = applyPolicy(own, policy);
  let told = false;

  return {
    get current() {
      return current;
    },
    get own() {
      return own;
    },
    onChange: (listener) => void listeners.push(listener),
    update: (patch) => {
      const parsed = settingsSchema.safeParse({ ...own, ...patch });
      if (!parsed.success) return failure('INVALID', parsed.error.issues[0]?.message ?? 'not settings');
      own = parsed.data;
      current = applyPolicy(own, policy);
      const refusal = attempt(() => write(own));
      for (const listener of listeners) listener(current);
      if (refusal === null) {
        if (told) onRecovery('settings-not-stored');
        told = false;
        return success(current);
      }
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
