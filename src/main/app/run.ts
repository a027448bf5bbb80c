import { hostname } from 'node:os';
import { app, nativeTheme } from 'electron';
import type { SettingsPatch } from '../../shared/ipc/contract.js';
import type { Result } from '../../shared/ipc/result.js';
import { stationProcedure } from '../../shared/settings/procedure.js';
import type { Settings } from '../../shared/settings/schema.js';
import { registerHandlers } from '../ipc/handle.js';
import { createHandlers } from '../ipc/handlers.js';
import { notify } from '../notify/notification.js';
import { onPopup, popupText } from '../notify/popups.js';
import { checkPatch } from '../settings/check-patch.js';
import { withoutLocked } from '../settings/locks.js';
import { printState } from '../terminal/print.js';
import { trayIconPath } from '../tray/icon.js';
import { TrayIcon } from '../tray/tray.js';
import { trayView } from '../tray/view.js';
import { windowBackground } from '../windows/main-window.js';
import { setMenu } from '../windows/menu.js';
import { setAutostart, wasStartedAtLogin } from './autostart.js';
import { surviveDefects } from './crash.js';
import { createDesktop, type Desktop } from './desktop.js';
import { followSettings } from './follow-settings.js';
import { followPower } from './power.js';
import type { Start } from './prepare.js';
import { createServices, type Services } from './services.js';
import { onSecondStart } from './single-instance.js';
import { exportSettings, importSettings } from './transfer.js';
import { followUpdates } from './updates.js';

/** Starts everything, in the order in which one needs the other. @throws CommandError when a named file is bad */
export async function run(start: Start): Promise<void> {
  const services = await createServices(start);
  surviveDefects(services.log);
  // Before the first window, which takes its colours from it.
  followSettings(services, setAutostart);
  const desktop = createDesktop(services);
  answerPages(services, desktop);
  followLanguage(services, desktop);
  showTray(services, desktop);
  announcePopups(services, desktop);
  followPower(services.source, services.log);
  liveAndEnd(services, desktop);
  // Going on air comes with the incidents' life cycle; until then no update is held back for it.
  followUpdates({ feed: services.policy.policy.updateFeed, isOnAir: () => false, log: services.log });
  if (start.args.printState)
    printState(
      services.monitor,
      services.monitor.required,
      () => services.texts.speech,
      (line) => process.stdout.write(`${line}\n`),
    );
  services.source.start();
  await openFirst(services, desktop);
}

function answerPages(services: Services, { trusted, windows }: Desktop): void {
  const { monitor, settings, log, profile, policy, texts } = services;
  const info = () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    stationName: settings.current.stationName || hostname(),
    computerName: hostname(),
    platform: process.platform,
  });
  const procedure = () => ({
    shipped: profile,
    effective: stationProcedure(profile, settings.current).index.profile,
  });
  const rules = { file: policy.file, settings: policy.policy.settings };
  const update = (patch: SettingsPatch): Result<Settings> => {
    const { current, own } = settings;
    const checked = checkPatch(patch, { current, own, policy: policy.policy, profile });
    return checked.ok ? settings.update(checked.value) : checked;
  };
  const transfer = {
    export: () => exportSettings(settings.current, texts, windows),
    import: () => importSettings((patch) => update(withoutLocked(patch, policy.policy)), texts, windows),
  };
  const sources = { monitor, settings, update, transfer, info, procedure, policy: rules };
  registerHandlers(createHandlers(sources), trusted, log);
}

function showTray({ monitor, resources, settings, texts }: Services, { windows }: Desktop): void {
  const icon = new TrayIcon((judgement) => trayIconPath(resources, process.platform, judgement), {
    open: () => windows.show(),
    quit: () => app.quit(),
  });
  const show = (): void => icon.show(trayView(monitor.look(), texts.speech), texts.speech.t);
  let shown: unknown;
  monitor.commits.on(() => {
    if (monitor.verdict === shown) return;
    shown = monitor.verdict;
    show();
  });
  settings.onChange(show);
  show();
}

function announcePopups({ monitor, texts, log }: Services, { windows }: Desktop): void {
  monitor.events.on(
    onPopup((incident, at) => {
      const { title, body } = popupText(incident, at, texts.speech);
      notify(title, body, log, () => windows.show());
    }),
  );
}

function followLanguage({ settings, texts }: Services, { windows, pages }: Desktop): void {
  const translate = (): void => {
    setMenu(texts.speech.t, () => app.quit());
    windows.main?.setTitle(texts.speech.t('app.name'));
  };
  nativeTheme.on('updated', () => windows.main?.setBackgroundColor(windowBackground()));
  settings.onChange((changed) => {
    if (texts.use(changed.language)) translate();
    pages.publish('settings:changed', changed);
  });
  translate();
}

function liveAndEnd({ source }: Services, { windows }: Desktop): void {
  onSecondStart(() => windows.show());
  app.on('activate', () => windows.show());
  // The monitor lives in the tray; without this listener Electron would quit with the last window.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', () => {
    windows.allowQuit();
    source.stop();
  });
}

async function openFirst({ start, log }: Services, { windows, trayHost }: Desktop): Promise<void> {
  const asking = trayHost.refresh();
  if (!start.args.hidden && !wasStartedAtLogin()) windows.show();
  if (await asking) return;
  log.info('no tray on this desktop: the window stays as an entry of the task bar');
  windows.showMinimized();
}
