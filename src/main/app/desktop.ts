import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import type { Part } from '../../shared/sop/schema.js';
import { Pages } from '../ipc/publish.js';
import { notify } from '../notify/notification.js';
import { confinePages } from '../security/navigation.js';
import { denyPermissions } from '../security/permissions.js';
import { servePages } from '../security/protocol.js';
import { TrustedPages } from '../security/trusted-sender.js';
import { TrayHost } from '../tray/host.js';
import { createMainWindow } from '../windows/main-window.js';
import { PopupHost } from '../windows/popup-host.js';
import { createPopupWindow, popupPlace } from '../windows/popup-window.js';
import { recoverPage } from '../windows/recovery.js';
import { Windows } from '../windows/windows.js';
import type { Services } from './services.js';

/** Pages and windows, ready to be opened. */
export interface Desktop {
  readonly windows: Windows;
  readonly popup: PopupHost;
  readonly pages: Pages;
  readonly trusted: TrustedPages;
  readonly trayHost: TrayHost;
  /** Opens the main window at the details of a part, or at the dashboard. */
  readonly openPart: (part?: Part) => void;
}

/** Locks down what a page can do, and prepares the main window and the popup. */
export function createDesktop({ log, monitor, resources, settings, texts }: Services): Desktop {
  const out = join(app.getAppPath(), 'out');
  servePages(session.defaultSession.protocol, join(out, 'renderer'));
  denyPermissions(session.defaultSession);
  confinePages(log);

  let endUpdates: (() => void) | undefined;
  const pages = new Pages((inUse) => {
    endUpdates?.();
    // With no page open nobody computes updates.
    endUpdates = inUse ? monitor.updates.on((update) => pages.publish('monitor:update', update)) : undefined;
  });
  const trusted = new TrustedPages();
  const trayHost = new TrayHost(process.platform);
  const preload = join(out, 'preload', 'index.cjs');
  const adopt = (window: BrowserWindow): void => {
    trusted.add(window.webContents);
    pages.add(window.webContents);
    recoverPage(window, () => texts.speech.t, log);
  };
  let toldNoTray = false;
  const sayWhyMinimized = (): void => {
    if (!toldNoTray) monitor.addNotice({ code: 'no-tray' });
    toldNoTray = true;
  };

  const windows = new Windows({
    hasTray: () => trayHost.isThere,
    onMinimized: sayWhyMinimized,
    onClosed: () => {
      if (settings.current.toldAboutTray) return;
      const { t } = texts.speech;
      notify(t('notice.inTray.title'), t('notice.inTray.body'), log, () => windows.show());
      settings.update({ toldAboutTray: true });
    },
    open: (minimized) => {
      const window = createMainWindow({
        title: texts.speech.t('app.name'),
        preload,
        icon: join(resources, 'icons', 'app.png'),
        isPackaged: app.isPackaged,
        minimized,
      });
      adopt(window);
      window.on('focus', () => void trayHost.refresh());
      return window;
    },
  });
  const popup = new PopupHost({
    open: () => {
      const title = texts.speech.t('popup.title');
      const window = createPopupWindow({ title, preload, isPackaged: app.isPackaged });
      adopt(window);
      return window;
    },
    place: (size) => popupPlace(windows.main, size),
  });
  const openPart = (part?: Part): void => {
    windows.show();
    const page = windows.main?.webContents;
    const tell = (): void => pages.publish('view:open', { view: 'dashboard', ...(part && { part }) });
    // A page that is being loaded hears nothing yet.
    if (page?.isLoading()) page.once('did-finish-load', tell);
    else tell();
  };
  return { windows, popup, pages, trusted, trayHost, openPart };
}
