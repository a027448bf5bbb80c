import type { ComponentType } from 'react';
import { bridge } from '../../bridge.js';

let page: ComponentType | null = null;

/** The history's page; null: it was not loaded yet. */
export const historyPage = (): ComponentType | null => page;

/** Loads the history's page. */
export async function loadHistoryPage(): Promise<ComponentType> {
  const { HistoryPage } = await import('./HistoryPage.js');
  page = HistoryPage;
  return page;
}

/**
 * Makes ready what the history takes longest for, its page and the thread that rests while nobody asks it: called when the
 * pointer or the focus comes to what opens it.
 */
export function prepareHistory(): void {
  // A page that can't be loaded is said when it is opened.
  loadHistoryPage().catch(() => undefined);
  void bridge.invoke('history:status', undefined);
}
