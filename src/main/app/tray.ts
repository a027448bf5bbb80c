import { nativeImage } from 'electron';
import type { PopupKeeper } from '../notify/popup-keeper.js';
import { trayIconPath } from '../tray/icon.js';
import { TrayIcon } from '../tray/tray.js';
import { trayView } from '../tray/view.js';
import type { Desktop } from './desktop.js';
import { showBadge } from './popups.js';
import type { Services } from './services.js';

/** Shows the state in the tray and on the program's icon; computed anew only when something in it changed. */
export function showTray(services: Services, desktop: Desktop, keeper: PopupKeeper, quit: () => void): void {
  const { monitor, resources, settings, texts } = services;
  const { windows, openPart } = desktop;
  const picture = (judgement: Parameters<typeof trayIconPath>[2]): string =>
    trayIconPath(resources, process.platform, judgement);
  const icon = new TrayIcon(picture, {
    open: (part) => (part ? openPart(part) : windows.show()),
    setOnAir: (onAir) => monitor.situation.set({ onAir }),
    mute: (muteMinutes) => monitor.situation.set({ muteMinutes }),
    quit,
  });
  const show = (): void => {
    const { t } = texts.speech;
    const unseen = keeper.badge;
    icon.show(trayView(monitor.look(), unseen, Date.now(), texts.speech), t);
    showBadge(unseen);
    // Windows has no number for its task bar, but room for a small picture.
    if (process.platform === 'win32')
      windows.main?.setOverlayIcon(
        unseen > 0 ? nativeImage.createFromPath(picture(monitor.verdict.judgement)) : null,
        unseen > 0 ? t('tray.unseen', { count: unseen }) : '',
      );
  };
  let shown: unknown;
  monitor.commits.on(() => {
    if (monitor.verdict === shown) return;
    shown = monitor.verdict;
    show();
  });
  monitor.events.on(({ type }) => type === 'acknowledged' && show());
  monitor.situation.changes.on(show);
  settings.onChange(show);
  show();
}
