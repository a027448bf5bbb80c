import { hostname } from 'node:os';
import { app } from 'electron';
import { stationProcedure } from '../../shared/settings/procedure.js';
import { Diagnostics } from '../diagnostics/diagnostics.js';
import { registerHandlers } from '../ipc/handle.js';
import { createHandlers } from '../ipc/handlers.js';
import { notify } from '../notify/notification.js';
import { onPopup, popupText } from '../notify/popups.js';
import { printState } from '../terminal/print.js';
import { trayIconPath } from '../tray/icon.js';
import { TrayIcon } from '../tray/tray.js';
import { trayView } from '../tray/view.js';
import { setMenu } from '../windows/menu.js';
import { surviveDefects } from './crash.js';
import { createDesktop, type Desktop } from './desktop.js';
import { followPower } from './power.js';
import type { Start } from './prepare.js';
import { createServices, type Services } from './services.js';
import { onSecondStart } from './single-instance.js';
import { followUpdates } from './updates.js';

/** Starts everything, in the order in which one needs the other. @throws CommandError when a named file is bad */
export async function run(start: Start): Promise<void> {
  const services = await createServices(start);
  surviveDefects(services.log);
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

function answerPages(services: Services, { trusted, trayHost }: Desktop): void {
  const { monitor, settings, log, profile, policy } = services;
  const stationName = (): string => settings.current.stationName || hostname();
  const info = () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    stationName: stationName(),
    platform: process.platform,
  });
  const procedure = () => ({
    shipped: profile,
    effective: stationProcedure(profile, settings.current).index.profile,
  });
  const rules = { file: policy.file, settings: policy.policy.settings };
  const diagnostics = new Diagnostics(services, { hasTray: () => trayHost.isThere, stationName });
  const sources = { monitor, settings, info, procedure, policy: rules, diagnostics };
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
  if (!start.args.hidden) windows.show();
  if (await asking) return;
  log.info('no tray on this desktop: the window stays as an entry of the task bar');
  windows.showMinimized();
}
