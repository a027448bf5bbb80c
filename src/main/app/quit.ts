import { app, type BrowserWindow } from 'electron';
import type { Translate } from '../../shared/i18n/index.js';
import { ask } from './ask.js';

/** What quitting depends on. */
export interface QuitNeeds {
  readonly isOnAir: () => boolean;
  readonly t: () => Translate;
  readonly window: () => BrowserWindow | null;
}

/**
 * Quitting by hand: on air it asks first. Only by hand: a machine that shuts down, or an update, must not wait for an
 * answer that nobody gives.
 */
export function quitByHand({ isOnAir, t, window }: QuitNeeds): () => void {
  let asking = false;
  return () => {
    if (asking) return;
    if (!isOnAir()) {
      app.quit();
      return;
    }
    asking = true;
    void confirmQuit(window(), t()).then((confirmed) => {
      asking = false;
      if (confirmed) app.quit();
    });
  };
}

async function confirmQuit(window: BrowserWindow | null, t: Translate): Promise<boolean> {
  const answer = await ask(window, {
    message: t('dialog.quit.message'),
    detail: t('dialog.quit.detail'),
    buttons: [t('dialog.quit.stay'), t('tray.quit')],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}
