import { join } from 'node:path';
import { app, session } from 'electron';
import { Pages } from '../ipc/publish.js';
import { notify } from '../notify/notification.js';
import { confinePages } from '../security/navigation.js';
import { denyPermissions } from '../security/permissions.js';
import { servePages } from '../security/protocol.js';
import { TrustedPages } from '../security/trusted-sender.js';
import { TrayHost } from '../tray/host.js';
import { createMainWindow } from '../windows/main-window.js';
import { recoverPage } from '../windows/recovery.js';
import { Windows } from '../windows/windows.js';
import type { Services } from './services.js';

/** Pages and windows, ready to be opened. */
export interface Desktop {
  readonly windows: Windows;
  readonly pages: Pages;
  readonly trusted: TrustedPages;
  readonly trayHost: TrayHost;
}

/** Locks down what a page can do, and prepares the one window. */
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

  const windows = new Windows({
    hasTray: () => trayHost.isThere,
    onClosed: () => {
      if (settings.current.toldAboutTray) return;
      const { t } = texts.speech;
      notify(t('notice.inTray.title'), t('notice.inTray.body'), log, () => windows.show());
      settings.update({ toldAboutTray: true });
    },
    open: (minimized) => {
      const window = createMainWindow({
        title: texts.speech.t('app.name'),
        preload: join(out, 'preload', 'index.cjs'),
        icon: join(resources, 'icons', 'app.png'),
        isPackaged: app.isPackaged,
        minimized,
      });
      trusted.add(window.webContents);
      pages.add(window.webContents);
      recoverPage(window, () => texts.speech.t, log);
      window.on('focus', () => void trayHost.refresh());
      return window;
    },
  });
  return { windows, pages, trusted, trayHost };
}
