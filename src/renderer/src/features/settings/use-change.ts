import { useState } from 'react';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import type { SettingsPatch } from '../../../../shared/ipc/contract.js';
import { bridge } from '../../bridge.js';
import { changeSettings } from '../../stores/settings.js';
import { offerUndo, type Undoable } from '../../stores/undo.js';

/** A field's own way to change settings: quiet when it worked, words to show beside the field when not. */
export interface Change {
  readonly error: MessageKey | null;
  /** @returns whether it was taken; one that only could not be stored was */
  readonly apply: (patch: SettingsPatch, undo?: Undoable) => Promise<boolean>;
  readonly refuse: (error: MessageKey | null) => void;
}

/** @param invalid what to say when main finds the value wrong */
export function useChange(invalid: MessageKey = 'ui.settings.error.INTERNAL'): Change {
  const [error, setError] = useState<MessageKey | null>(null);
  const apply = async (patch: SettingsPatch, undo: Undoable | null = null) => {
    const result = await changeSettings(bridge, patch);
    if (result.ok) {
      setError(null);
      offerUndo(undo);
      return true;
    }
    const { code } = result.error;
    setError(code === 'INVALID' ? invalid : `ui.settings.error.${code}`);
    return code === 'NOT_STORED';
  };
  return { error, apply, refuse: setError };
}
