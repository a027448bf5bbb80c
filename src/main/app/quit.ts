import { app, type BrowserWindow, dialog } from 'electron';
import type { Translate } from '../../shared/i18n/index.js';

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
  const question = {
    type: 'warning',
    message: t('dialog.quit.message'),
    detail: t('dialog.quit.detail'),
    buttons: [t('dialog.quit.stay'), t('tray.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  } as const;
  const options = { ...question, buttons: [...question.buttons] };
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options));
  return response === 1;
}
