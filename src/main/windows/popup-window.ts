import { BrowserWindow, nativeTheme, screen } from 'electron';
import { POPUP_URL } from '../security/origin.js';
import { webPreferences } from '../security/web-preferences.js';
import { type Area, chooseScreen, cornerOf, POPUP_WIDTH, placePopup } from './placement.js';

/** Background before the first paint, as in the page's style sheet. */
const BACKGROUND = { light: '#ffffff', dark: '#141a23' };

/** What a popup window needs to know. */
export interface PopupWindowOptions {
  readonly title: string;
  readonly preload: string;
  readonly isPackaged: boolean;
}

/** Makes the popup's window, unseen, and loads its page; the page says how high it is. */
export function createPopupWindow({ title, preload, isPackaged }: PopupWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: POPUP_WIDTH,
    height: 240,
    show: false,
    title,
    frame: false,
    // On Linux only the kind of a window keeps it out of the task bar; a splash screen can still be clicked and typed in.
    ...(process.platform === 'linux' && { type: 'splash' }),
    skipTaskbar: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    alwaysOnTop: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences(preload, isPackaged),
  });
  // What is wrong with the station is not for the audience: screen captures leave this window out.
  window.setContentProtection(true);
  window.setAlwaysOnTop(true, 'status');
  // Beside programs that fill the screen, too. Unless told not to, macOS takes the Dock icon away for it.
  if (process.platform === 'darwin')
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.loadURL(POPUP_URL).catch(() => undefined);
  return window;
}

/** Where a popup belongs now. @param main the main window, if it can be seen */
export function popupPlace(main: BrowserWindow | null, size: Pick<Area, 'width' | 'height'>): Area | null {
  const [first, ...others] = screen.getAllDisplays();
  // Between unplugging one screen and finding the next there may be none.
  if (!first) return null;
  const visible = main?.isVisible() && !main.isMinimized() ? main.getBounds() : null;
  const { workArea } = chooseScreen([first, ...others], visible, screen.getCursorScreenPoint());
  return placePopup(workArea, size, cornerOf(process.platform));
}

/** Calls back when screens come, go, or change. */
export function onScreensChanged(listener: () => void): void {
  screen.on('display-added', listener);
  screen.on('display-removed', listener);
  screen.on('display-metrics-changed', listener);
}
