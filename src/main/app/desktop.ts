import { join } from 'node:path';
import { app, type BrowserWindow, type WebContents } from 'electron';
import type { ViewName } from '../../shared/ipc/contract.js';
import type { PlaybookId } from '../../shared/playbooks/playbooks.js';
import type { Part } from '../../shared/sop/schema.js';
import { Pages } from '../ipc/publish.js';
import { notify } from '../notify/notification.js';
import { MediaLease } from '../security/media-lease.js';
import { confinePages } from '../security/navigation.js';
import { guardPermissions } from '../security/permissions.js';
import { servePages } from '../security/protocol.js';
import { TrustedPages } from '../security/trusted-sender.js';
import { TrayHost } from '../tray/host.js';
import { createMainWindow } from '../windows/main-window.js';
import { PopupHost } from '../windows/popup-host.js';
import { createPopupWindow, popupPlace } from '../windows/popup-window.js';
import { recoverPage } from '../windows/recovery.js';
import { createReportWindow } from '../windows/report-window.js';
import { Windows } from '../windows/windows.js';
import type { Services } from './services.js';
import { Tidier } from './spare.js';

/** A view, on the dashboard the details of a part or an incident, or a playbook. */
export interface Place {
  readonly view?: ViewName;
  readonly part?: Part;
  readonly incident?: string;
  readonly playbook?: PlaybookId;
}

/** Pages and windows, ready to be opened. */
export interface Desktop {
  readonly windows: Windows;
  readonly popup: PopupHost;
  readonly pages: Pages;
  readonly trusted: TrustedPages;
  readonly trayHost: TrayHost;
  /** Who may use camera and microphone now. */
  readonly lease: MediaLease;
  /** Makes a window that is never seen, for a report; whoever asks destroys it. */
  readonly openReport: () => Promise<BrowserWindow>;
  /** Opens the main window at the dashboard, or at what is named. */
  readonly open: (place?: Place) => void;
}

/** Locks down what a page can do, and prepares the main window and the popup. */
export function createDesktop({
  log,
  monitor,
  resources,
  settings,
  source,
  start,
  texts,
}: Services): Desktop {
  const out = join(app.getAppPath(), 'out');
  const lease = new MediaLease(() => pages.publish('precheck:lapsed', undefined));
  // Chromium makes a session with the first page; asking for one now would cost a hidden program 11 MB.
  app.on('session-created', (session) => {
    servePages(session.protocol, join(out, 'renderer'));
    guardPermissions(session, lease);
  });
  confinePages(log);

  let endUpdates: (() => void) | undefined;
  const tidier = new Tidier();
  tidier.started();
  const pages = new Pages((inUse) => {
    if (inUse) tidier.opened();
    else tidier.closed();
    // Who reads the terminal looks as well.
    source.setWatched(inUse || start.args.printState);
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
    endWithPage(window.webContents, lease);
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
  const open = (place?: Place): void => {
    windows.show();
    const page = windows.main?.webContents;
    const tell = (): void => pages.publish('view:open', { view: 'dashboard', ...place });
    // A page that is being loaded hears nothing yet.
    if (page?.isLoading()) page.once('did-finish-load', tell);
    else tell();
  };
  const openReport = (): Promise<BrowserWindow> =>
    createReportWindow({
      preload,
      isPackaged: app.isPackaged,
      adopt: ({ webContents }) => trusted.add(webContents),
    });
  return { windows, popup, pages, trusted, trayHost, lease, open, openReport };
}

/** Another page in the same window, or none at all, has no check that runs. */
function endWithPage(contents: WebContents, lease: MediaLease): void {
  const { id } = contents;
  const release = (): void => lease.release(id);
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) release();
  });
  contents.on('render-process-gone', release);
  contents.once('destroyed', release);
}
