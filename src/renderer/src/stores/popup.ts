import { create } from 'zustand';
import type { PopupView } from '../../../shared/ipc/contract.js';
import type { Bridge } from '../bridge.js';

/** What the popup shows, as main last told it. */
export const usePopup = create<PopupView>(() => ({ entries: [], flooded: false }));

/** Keeps {@link usePopup} equal to main's state. */
export function followPopup(bridge: Bridge): void {
  let told = false;
  bridge.subscribe('popup:changed', (view) => {
    told = true;
    usePopup.setState(view);
  });
  void bridge.invoke('popup:state', undefined).then((state) => {
    // What came in the meantime is newer.
    if (state.ok && !told) usePopup.setState(state.value);
  });
}
