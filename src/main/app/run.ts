import { hostname } from 'node:os';
import { app } from 'electron';
import { stationProcedure } from '../../shared/settings/procedure.js';
import { Diagnostics } from '../diagnostics/diagnostics.js';
import { registerHandlers } from '../ipc/handle.js';
import { createHandlers } from '../ipc/handlers.js';
import type { PopupKeeper } from '../notify/popup-keeper.js';
import { printState } from '../terminal/print.js';
import { setMenu } from '../windows/menu.js';
import { surviveDefects } from './crash.js';
import { createDesktop, type Desktop } from './desktop.js';
import { announceFaults, popupActions } from './popups.js';
import { followPower } from './power.js';
import type { Start } from './prepare.js';
import { quitByHand } from './quit.js';
import { createServices, type Services } from './services.js';
import { onSecondStart } from './single-instance.js';
import { showTray } from './tray.js';
import { followUpdates } from './updates.js';

/** Starts everything, in the order in which one needs the other. @throws CommandError when a named file is bad */
export async function run(start: Start): Promise<void> {
  const services = await createServices(start);
  surviveDefects(services.log);
  const desktop = createDesktop(services);
  const keeper = announceFaults(services, desktop);
  const isOnAir = () => services.monitor.situation.current.onAir;
  const quit = quitByHand({ isOnAir, t: () => services.texts.speech.t, window: () => desktop.windows.main });
  answerPages(services, desktop, keeper);
  followLanguage(services, desktop, quit);
  showTray(services, desktop, keeper, quit);
  followPower(services.source, services.log);
  liveAndEnd(services, desktop);
  followUpdates({ feed: services.policy.policy.updateFeed, isOnAir, log: services.log });
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

function answerPages(services: Services, desktop: Desktop, keeper: PopupKeeper): void {
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
  const popups = popupActions(keeper, desktop);
  const hasTray = () => desktop.trayHost.isThere;
  const diagnostics = new Diagnostics(services, { hasTray, stationName });
  const sources = { monitor, settings, info, procedure, policy: rules, popups, diagnostics };
  registerHandlers(createHandlers(sources), desktop.trusted, log);
}

function followLanguage({ settings, texts }: Services, { windows, pages }: Desktop, quit: () => void): void {
  const translate = (): void => {
    setMenu(texts.speech.t, quit);
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
