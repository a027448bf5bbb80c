import { bridge } from '../../bridge.js';

/** Loads the history's page. */
export const loadHistoryPage = () => import('./HistoryPage.js');

/**
 * Makes ready what the history takes longest for, its page and the thread that rests while nobody asks it: called when the
 * pointer or the focus comes to what opens it.
 */
export function prepareHistory(): void {
  // A page that can't be loaded is said when it is opened.
  loadHistoryPage().catch(() => undefined);
  void bridge.invoke('history:status', undefined);
}
