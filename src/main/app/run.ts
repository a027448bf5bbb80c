import { app, nativeTheme } from 'electron';
import { printState } from '../terminal/print.js';
import { windowBackground } from '../windows/main-window.js';
import { setMenu } from '../windows/menu.js';
import { answerPages } from './answer-pages.js';
import { setAutostart, wasStartedAtLogin } from './autostart.js';
import { blamePrograms } from './blame.js';
import { surviveDefects } from './crash.js';
import { createDesktop, type Desktop } from './desktop.js';
import { followSettings } from './follow-settings.js';
import { keepHistory } from './history.js';
import { onAirByHand } from './on-air.js';
import { offerOnAir } from './on-air-offer.js';
import { announceFaults } from './popups.js';
import { followPower, keepQuiet } from './power.js';
import { createPrecheck } from './precheck.js';
import type { Start } from './prepare.js';
import { quitByHand } from './quit.js';
import { createServices, type Services } from './services.js';
import { onSecondStart } from './single-instance.js';
import { samplerConfiguration } from './source.js';
import { showTray } from './tray.js';
import { followUpdates } from './updates.js';
import { watchSelf } from './watch-self.js';

/** Starts everything, in the order in which one needs the other. @throws CommandError when a named file is bad */
export async function run(start: Start): Promise<void> {
  const services = await createServices(start);
  const history = keepHistory(services);
  surviveDefects(services, history.noteCrash);
  // Opened beside the windows: records of checks are read from it.
  history.start();
  // Before the first window, which takes its colours from it.
  followSettings(services, setAutostart);
  const desktop = createDesktop(services);
  const keeper = announceFaults(services, desktop);
  const isOnAir = () => services.monitor.situation.current.onAir;
  const quit = quitByHand({ isOnAir, t: () => services.texts.speech.t, window: () => desktop.windows.main });
  const precheck = await createPrecheck(services, history);
  answerPages(services, desktop, keeper, precheck, history);
  const setOnAir = onAirByHand(services, precheck, desktop);
  followLanguage(services, desktop, quit, setOnAir);
  showTray({ services, desktop, keeper, precheck, quit, setOnAir });
  followPower(services.source, services.log);
  watchSelf({
    ...services,
    configuration: () => samplerConfiguration(start.args, services.settings.current),
  });
  offerOnAir(services);
  blamePrograms(services.monitor, services.source);
  keepQuiet(services.source, services.monitor.situation);
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

function followLanguage(
  { settings, texts, monitor }: Services,
  { windows, pages, open }: Desktop,
  quit: () => void,
  setOnAir: (onAir: boolean) => void,
): void {
  const translate = (): void => {
    setMenu(texts.speech.t, {
      quit,
      onAir: () => setOnAir(!monitor.situation.current.onAir),
      precheck: () => open({ view: 'precheck' }),
    });
    windows.main?.setTitle(texts.speech.t('app.name'));
  };
  nativeTheme.on('updated', () => windows.main?.setBackgroundColor(windowBackground()));
  settings.onChange((changed) => {
    if (texts.use(changed.language)) translate();
    pages.publish('settings:changed', changed);
  });
  translate();
}

function liveAndEnd({ source }: Services, { windows, open }: Desktop): void {
  onSecondStart((wish) => (wish.precheck ? open({ view: 'precheck' }) : windows.show()));
  app.on('activate', () => windows.show());
  // The monitor lives in the tray; without this listener Electron would quit with the last window.
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', () => {
    windows.allowQuit();
    source.stop();
  });
}

async function openFirst({ start, log }: Services, { windows, trayHost, open }: Desktop): Promise<void> {
  const asking = trayHost.refresh();
  if (start.args.precheck) open({ view: 'precheck' });
  else if (!start.args.hidden && !wasStartedAtLogin()) windows.show();
  if (await asking) return;
  log.info('no tray on this desktop: the window stays as an entry of the task bar');
  windows.showMinimized();
}
