import { useState } from 'react';
import type { MessageKey, Params } from '../../../../shared/i18n/index.js';
import type { Transfer } from '../../../../shared/ipc/contract.js';
import type { Result } from '../../../../shared/ipc/result.js';

/** How saving a file ended, or that it goes on. */
export interface Saving {
  readonly state: 'idle' | 'saving' | 'saved' | 'failed';
  /** What to say when it failed. */
  readonly error: { readonly key: MessageKey; readonly params: Params } | null;
}

const IDLE: Saving = { state: 'idle', error: null };

/** Saves a file through main, one at a time, and keeps how that ended. */
export function useSaving(): readonly [Saving, (ask: () => Promise<Result<Transfer>>) => Promise<void>] {
  const [saving, setSaving] = useState(IDLE);
  const save = async (ask: () => Promise<Result<Transfer>>): Promise<void> => {
    if (saving.state === 'saving') return;
    setSaving({ state: 'saving', error: null });
    const result = await ask();
    if (result.ok) setSaving(result.value === 'done' ? { state: 'saved', error: null } : IDLE);
    else setSaving({ state: 'failed', error: reason(result.error) });
  };
  return [saving, save];
}

function reason({ code, message }: { readonly code: string; readonly message: string }): Saving['error'] {
  if (code === 'NOT_STORED') return { key: 'ui.export.failed', params: { detail: message } };
  return { key: code === 'NOT_READY' ? 'ui.export.notReady' : 'ui.export.error', params: {} };
}
