import { hostname, release, type, userInfo } from 'node:os';
import { app } from 'electron';
import { stationProcedure } from '../../shared/settings/procedure.js';
import { DraftFile } from '../precheck/draft-file.js';
import { GoKeeper } from '../precheck/go-keeper.js';
import { Pictures } from '../precheck/pictures.js';
import { RecordStore } from '../precheck/record-store.js';
import { lastFull } from '../precheck/records.js';
import { PrecheckService } from '../precheck/service.js';
import type { History } from './history.js';
import type { Services } from './services.js';

/** Sets up the pre-check, once the history was started: records, the GO, and the service that answers pages. */
export async function createPrecheck(services: Services, history: History): Promise<PrecheckService> {
  const { monitor, settings, baseline, profile, notice, log } = services;
  const folder = app.getPath('userData');
  const records = new RecordStore({
    folder,
    history: history.records,
    onNotice: notice,
    now: () => new Date(),
    log,
  });
  history.news.on(({ type }) => {
    if (type === 'set-aside') void records.storeAgain();
    if (type === 'stored') void records.retry();
  });
  await records.open();
  const now = () => Date.now();
  return new PrecheckService({
    records,
    draft: new DraftFile(folder, () => new Date()),
    go: new GoKeeper({ folder, monitor, full: lastFull(records), now, log }),
    pictures: new Pictures(folder),
    monitor,
    baseline,
    settings,
    profile: () => stationProcedure(profile, settings.current).index.profile,
    station: () => ({
      name: settings.current.stationName || hostname(),
      host: hostname(),
      os: `${type()} ${release()}`,
      version: app.getVersion(),
    }),
    account: accountName(),
    now,
  });
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // Containers run programs under numbers that have no name.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
