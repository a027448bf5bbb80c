import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { pickLanguage } from '../../shared/i18n/index.js';
import { App } from './App.js';
import { bridge } from './bridge.js';
import { startTexts, TextsProvider } from './i18n.js';
import { followMonitor } from './stores/feed.js';
import { followProcedure } from './stores/procedure.js';
import { followRecent } from './stores/recent.js';
import { followSettings } from './stores/settings.js';
import { followView } from './stores/view.js';
import './styles.css';
import { ErrorBoundary } from './ui/ErrorBoundary.js';

/** Longest wait for the settings, ms: a page in the wrong language for a moment is better than none. */
const SETTINGS_WAIT_MS = 300;

startTexts(pickLanguage(undefined, navigator.language));
followMonitor(bridge);
followRecent(bridge);
followProcedure(bridge);
followView(bridge);

const root = document.getElementById('root');
if (root) {
  const patience = new Promise((resolve) => setTimeout(resolve, SETTINGS_WAIT_MS));
  void Promise.race([followSettings(bridge), patience]).then(() =>
    createRoot(root).render(
      <StrictMode>
        <ErrorBoundary>
          <TextsProvider>
            <App />
          </TextsProvider>
        </ErrorBoundary>
      </StrictMode>,
    ),
  );
}
