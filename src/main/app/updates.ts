import { app } from 'electron';
import type { Log } from '../log/log.js';
import { isLookDue, planUpdates } from './update-plan.js';

/** What updates depend on. */
export interface UpdateNeeds {
  /** https address of the feed, from the machine-wide policy; without it nothing is ever asked. */
  readonly feed: string | undefined;
  readonly isOnAir: () => boolean;
  readonly log: Log;
}

/** How often to see whether a look is due, ms; the first time is well after the start. */
const TICK_MS = 10 * 60_000;

/** Looks for newer versions where IT says so, loads them in the background, and puts them in place when the program ends. */
export function followUpdates({ feed, isOnAir, log }: UpdateNeeds): void {
  const host = { packaged: app.isPackaged, platform: process.platform, appImage: process.env.APPIMAGE };
  const plan = planUpdates(feed, host);
  log.info(plan.on ? `updates: from ${plan.feed}` : `updates: off (${plan.reason})`);
  if (!plan.on) return;
  let lookedAt: number | undefined;
  const tick = (): void => {
    const now = performance.now();
    if (!isLookDue(lookedAt === undefined ? undefined : now - lookedAt, isOnAir())) return;
    lookedAt = now;
    look(plan.feed, log).catch((error: unknown) => log.warn('updates', error));
  };
  setInterval(tick, TICK_MS).unref();
}

async function look(feed: string, log: Log): Promise<void> {
  // Loaded only here: most stations have no feed, and need not carry it in memory.
  const { default: electronUpdater } = await import('electron-updater');
  const updater = electronUpdater.autoUpdater;
  updater.setFeedURL({ provider: 'generic', url: feed });
  updater.logger = null;
  updater.autoDownload = true;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  const found = await updater.checkForUpdates();
  if (!found?.isUpdateAvailable) {
    log.info('updates: nothing newer');
    return;
  }
  log.info(`updates: loading ${found.updateInfo.version}`);
  await found.downloadPromise;
  log.info(`updates: ${found.updateInfo.version} is put in place when the program ends`);
}
