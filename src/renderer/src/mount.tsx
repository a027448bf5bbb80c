import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './features/shell/ErrorBoundary.js';
import { TextsProvider } from './i18n.js';

/** Longest wait for the settings, ms: a page in the wrong language for a moment is better than none. */
const SETTINGS_WAIT_MS = 300;

/** Puts a page into its window, once its settings are there. */
export function mount(page: ReactNode, settings: Promise<unknown>): void {
  const root = document.getElementById('root');
  if (!root) return;
  const patience = new Promise((resolve) => setTimeout(resolve, SETTINGS_WAIT_MS));
  void Promise.race([settings, patience]).then(() =>
    createRoot(root).render(
      <StrictMode>
        <ErrorBoundary>
          <TextsProvider>{page}</TextsProvider>
        </ErrorBoundary>
      </StrictMode>,
    ),
  );
}
