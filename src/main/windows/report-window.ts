import { BrowserWindow } from 'electron';
import { REPORT_URL } from '../security/origin.js';
import { webPreferences } from '../security/web-preferences.js';

/** What a window for a report needs to know. */
export interface ReportWindowOptions {
  readonly preload: string;
  readonly isPackaged: boolean;
  /** Called with the page before it is loaded. */
  readonly adopt: (window: BrowserWindow) => void;
}

/** Makes the window of a report, which is never seen, and loads its page. @throws Error when the page can't be loaded */
export async function createReportWindow({
  preload,
  isPackaged,
  adopt,
}: ReportWindowOptions): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 800,
    height: 1_100,
    show: false,
    skipTaskbar: true,
    webPreferences: webPreferences(preload, isPackaged),
  });
  // Nobody sees it, but it has something to do.
  window.webContents.setBackgroundThrottling(false);
  adopt(window);
  try {
    await window.loadURL(REPORT_URL);
  } catch (error) {
    window.destroy();
    throw error;
  }
  return window;
}
