import { nativeImage } from 'electron';
import type { StationEvent } from '../../shared/health/state.js';
import type { PopupKeeper } from '../notify/popup-keeper.js';
import type { PrecheckService } from '../precheck/service.js';
import { trayIconPath } from '../tray/icon.js';
import { TrayIcon } from '../tray/tray.js';
import { trayFacts, trayView } from '../tray/view.js';
import type { Desktop } from './desktop.js';
import { showBadge } from './popups.js';
import type { Services } from './services.js';

/** What the tray shows and works on. */
interface TrayNeeds {
  readonly services: Services;
  readonly desktop: Desktop;
  readonly keeper: PopupKeeper;
  readonly precheck: PrecheckService;
  readonly quit: () => void;
  readonly setOnAir: (onAir: boolean) => void;
}

/** What people say moves no verdict, but the count of what nobody has seen. */
const SAID: readonly StationEvent['type'][] = ['acknowledged', 'resolved', 'updated'];

/** Shows the state in the tray and on the program's icon; computed anew only when something in it changed. */
export function showTray({ services, desktop, keeper, precheck, quit, setOnAir }: TrayNeeds): void {
  const { monitor, resources, settings, texts } = services;
  const { windows } = desktop;
  const picture = (judgement: Parameters<typeof trayIconPath>[2]): string =>
    trayIconPath(resources, process.platform, judgement);
  const icon = new TrayIcon(picture, {
    open: (part) => (part ? desktop.open({ part }) : windows.show()),
    precheck: () => desktop.open({ view: 'precheck' }),
    setOnAir,
    mute: (muteMinutes) => monitor.situation.set({ muteMinutes }),
    emergency: () => desktop.open({ playbook: 'S3.e' }),
    quit,
  });
  let shownFacts = '';
  const show = (): void => {
    const { t } = texts.speech;
    const unseen = keeper.badge;
    const state = { ...monitor.look(), go: precheck.view.go };
    const facts = JSON.stringify([
      trayFacts(state),
      state.go,
      unseen,
      texts.speech.language,
      new Date().toDateString(),
    ]);
    if (facts === shownFacts) return;
    shownFacts = facts;
    icon.show(trayView(state, unseen, Date.now(), texts.speech), t);
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
  monitor.events.on(({ type }) => SAID.includes(type) && show());
  monitor.situation.changes.on(show);
  precheck.changes.on(show);
  settings.onChange(show);
  show();
}
