import { BrowserWindow, nativeTheme } from 'electron';
import { PAGE_URL } from '../security/origin.js';
import { webPreferences } from '../security/web-preferences.js';

/** Background before the first paint, as in the page's style sheet, so that nothing flashes. */
const BACKGROUND = { light: '#f3f5f8', dark: '#0b0f15' };

/** The background of windows under the present theme. */
export const windowBackground = (): string =>
  nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;

/** What a main window needs to know. */
export interface MainWindowOptions {
  readonly title: string;
  readonly preload: string;
  readonly icon: string;
  readonly isPackaged: boolean;
  /** Come up as an entry of the task bar only. */
  readonly minimized: boolean;
}

/** Opens the dashboard. It shows itself when it has something to show. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1180,
    height: 760,
    minWidth: 860,
    minHeight: 560,
    show: false,
    title: options.title,
    icon: options.icon,
    autoHideMenuBar: true,
    backgroundColor: windowBackground(),
    webPreferences: webPreferences(options.preload, options.isPackaged),
  });
  // The title is ours, in the user's language; a page can't change it.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => (options.minimized ? window.minimize() : window.show()));
  // A page that was closed while it loaded is no failure; any other one is seen as a missing page.
  window.loadURL(PAGE_URL).catch(() => undefined);
  return window;
}
