import type { MonitorSnapshot, MonitorUpdate } from '../../../shared/ipc/contract.js';
import type { Bridge } from '../bridge.js';
import { applyUpdate } from './apply.js';
import { useMonitor } from './monitor.js';

/** How soon a failed snapshot is asked for again, ms. */
const RETRY_MS = 2_000;
/** Updates kept while a snapshot is on its way; a lost one is found as a gap. */
const KEPT = 64;

/**
 * Keeps {@link useMonitor} equal to main's state: hears updates first, then asks for the snapshot, then applies the
 * updates that came after it. A gap in the numbers means that one was lost; then the snapshot is asked for again.
 * @returns a function that ends it
 */
export function followMonitor(bridge: Bridge): () => void {
  // Updates that wait for the snapshot on its way; null when none is.
  let waiting: MonitorUpdate[] | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const show = (snapshot: MonitorSnapshot) => useMonitor.setState({ snapshot, failed: false });

  const take = (update: MonitorUpdate) => {
    if (waiting) {
      waiting.push(update);
      if (waiting.length > KEPT) waiting.shift();
      return;
    }
    const { snapshot } = useMonitor.getState();
    if (!snapshot || update.seq <= snapshot.seq) return;
    if (update.seq === snapshot.seq + 1) show(applyUpdate(snapshot, update));
    else fetchSnapshot([update]);
  };

  const fetchSnapshot = (known: MonitorUpdate[]) => {
    waiting = known;
    bridge.invoke('monitor:snapshot', undefined).then((result) => {
      if (ended) return;
      if (!result.ok) {
        useMonitor.setState({ failed: true });
        retry = setTimeout(() => fetchSnapshot(waiting ?? []), RETRY_MS);
        return;
      }
      const missed = waiting ?? [];
      waiting = null;
      show(result.value);
      for (const update of missed) take(update);
    }, console.error);
  };

  const unsubscribe = bridge.subscribe('monitor:update', take);
  fetchSnapshot([]);
  return () => {
    ended = true;
    clearTimeout(retry);
    unsubscribe();
  };
}
