import { create } from 'zustand';
import type { PolicyView } from '../../../shared/ipc/contract.js';
import type { Profile } from '../../../shared/sop/schema.js';
import type { Bridge } from '../bridge.js';

/** What stands while the program runs: the procedure as shipped, and what IT fixed for this machine. */
export interface Given {
  readonly shipped: Profile | null;
  readonly policy: PolicyView | null;
}

/** null until a view that needs it asked main. */
export const useGiven = create<Given>(() => ({ shipped: null, policy: null }));

/** Asks main once; a failed answer is asked for again by the next view. */
export async function learnGiven(bridge: Bridge): Promise<void> {
  const { shipped, policy } = useGiven.getState();
  if (!shipped) {
    const answer = await bridge.invoke('procedure:get', undefined);
    if (answer.ok) useGiven.setState({ shipped: answer.value.shipped });
  }
  if (!policy) {
    const answer = await bridge.invoke('policy:get', undefined);
    if (answer.ok) useGiven.setState({ policy: answer.value });
  }
}
