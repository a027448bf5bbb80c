import { create } from 'zustand';
import type { BaselineView } from '../../../shared/ipc/contract.js';
import type { Bridge } from '../bridge.js';

/** What the page knows of the station's baseline. */
export interface BaselineState {
  /** null until main told it. */
  readonly view: BaselineView | null;
  /** The last question for it failed. */
  readonly failed: boolean;
}

/** The baseline as main last told it; {@link followBaseline} and {@link askForBaseline} fill it. */
export const useBaseline = create<BaselineState>(() => ({ view: null, failed: false }));

/** Asks main once. */
export async function askForBaseline(bridge: Bridge): Promise<void> {
  const answer = await bridge.invoke('baseline:get', undefined);
  useBaseline.setState(answer.ok ? { view: answer.value, failed: false } : { failed: true });
}

/** Reads the baseline, and follows every change of it. */
export function followBaseline(bridge: Bridge): void {
  bridge.subscribe('baseline:changed', (view) => useBaseline.setState({ view, failed: false }));
  void askForBaseline(bridge);
}
