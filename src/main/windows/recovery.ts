import { type BrowserWindow, dialog } from 'electron';
import type { Translate } from '../../shared/i18n/index.js';
import type { Log } from '../log/log.js';
import { Budget } from '../monitor/back-off.js';

/** Reloads after a crash within a minute; more would only burn the processor. */
const RELOADS = { limit: 3, windowMs: 60_000 };

/** Brings a page back that crashed, and asks about one that hangs. */
export function recoverPage(window: BrowserWindow, t: () => Translate, log: Log): void {
  const budget = new Budget(RELOADS.limit, RELOADS.windowMs);
  const { webContents } = window;
  let question: AbortController | null = null;

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    question?.abort();
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.warn(`page gone: ${reason} (${exitCode})`);
    if (budget.take(performance.now())) webContents.reload();
    // Closed, it can be opened anew from the tray; open, it would stay blank.
    else window.destroy();
  });
  window.on('unresponsive', () => {
    if (question) return;
    log.warn('page does not respond');
    question = new AbortController();
    void askAboutHang(window, t(), question.signal).then((reload) => {
      question = null;
      if (reload && !window.isDestroyed()) webContents.forcefullyCrashRenderer();
    });
  });
  window.on('responsive', () => question?.abort());
}

/** @returns whether the user wants the page loaded again; false when it answered in the meantime */
async function askAboutHang(window: BrowserWindow, t: Translate, signal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('dialog.unresponsive.message'),
    detail: t('dialog.unresponsive.detail'),
    buttons: [t('dialog.unresponsive.wait'), t('dialog.unresponsive.reload')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    signal,
  });
  return response === 1;
}
