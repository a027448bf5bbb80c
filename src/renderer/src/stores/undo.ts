import { create } from 'zustand';
import type { MessageKey } from '../../../shared/i18n/index.js';
import type { SettingsPatch } from '../../../shared/ipc/contract.js';

/** What was just done and can be taken back. */
export interface Undoable {
  /** Says what was done. */
  readonly text: MessageKey;
  /** The settings as they were. */
  readonly before: SettingsPatch;
}

/** The last step that can be taken back; null: none. Only one, and only until the next change. */
export const useUndo = create<{ readonly last: Undoable | null }>(() => ({ last: null }));

/** Offers to take a step back, or ends the offer with null. */
export const offerUndo = (last: Undoable | null): void => useUndo.setState({ last });
