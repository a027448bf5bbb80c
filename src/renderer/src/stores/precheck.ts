import { create } from 'zustand';
import type { PrecheckView } from '../../../shared/ipc/precheck.js';
import type { ErrorCode } from '../../../shared/ipc/result.js';
import type { Draft } from '../../../shared/precheck/flow/draft.js';
import type { ChainEntry } from '../../../shared/precheck/record/chain.js';
import type { PrecheckRecord } from '../../../shared/precheck/record/schema.js';
import type { Bridge } from '../bridge.js';

/** What the page knows of the pre-check. */
export interface Precheck {
  /** null until main told it. */
  readonly view: PrecheckView | null;
  /** What is shown: the list of checks, the wizard, or one record. */
  readonly screen: 'home' | 'wizard' | 'record';
  /** The check that is being made; null: none, or it was not asked for yet. */
  readonly draft: Draft | null;
  /** The record that is shown. */
  readonly record: ChainEntry<PrecheckRecord> | null;
  /** Why the last call did not work. */
  readonly error: ErrorCode | null;
}

/** The page's copy; {@link followPrecheck} and the actions of the wizard fill it. */
export const usePrecheck = create<Precheck>(() => ({
  view: null,
  screen: 'home',
  draft: null,
  record: null,
  error: null,
}));

/** Asks main once. */
export async function askForPrecheck(bridge: Bridge): Promise<void> {
  const answer = await bridge.invoke('precheck:get', undefined);
  if (answer.ok) usePrecheck.setState({ view: answer.value });
}

/** Reads how things stand, and follows every change. */
export function followPrecheck(bridge: Bridge): void {
  bridge.subscribe('precheck:changed', (view) => usePrecheck.setState({ view }));
  void askForPrecheck(bridge);
}
