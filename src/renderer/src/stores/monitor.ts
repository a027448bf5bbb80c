import { create } from 'zustand';
import type { MonitorSnapshot } from '../../../shared/ipc/contract.js';

/** What the page knows of the station. */
export interface Monitor {
  /** null until the first one came. */
  readonly snapshot: MonitorSnapshot | null;
  /** The last attempt to get a snapshot failed; it is tried again. */
  readonly failed: boolean;
}

/** The page's copy of the station's state; {@link followMonitor} fills it, nobody else writes it. */
export const useMonitor = create<Monitor>(() => ({ snapshot: null, failed: false }));
