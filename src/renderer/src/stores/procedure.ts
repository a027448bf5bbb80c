import { create } from 'zustand';
import type { ProcedureView } from '../../../shared/ipc/contract.js';
import type { Bridge } from '../bridge.js';

/** The procedure as main last told it; null until then. */
export const useProcedure = create<{ readonly procedure: ProcedureView | null }>(() => ({
  procedure: null,
}));

/** Reads the procedure, and again after every change of the settings, which may have changed it. */
export function followProcedure(bridge: Bridge): void {
  const read = async (): Promise<void> => {
    const result = await bridge.invoke('procedure:get', undefined);
    if (result.ok) useProcedure.setState({ procedure: result.value });
  };
  bridge.subscribe('settings:changed', () => void read());
  void read();
}
