import { join } from 'node:path';
import { app } from 'electron';
import { ProfileIndex } from '../../shared/sop/profile-index.js';
import { createLog, type Log } from '../log/log.js';
import { Monitor } from '../monitor/monitor.js';
import type { Source } from '../monitor/source.js';
import { findResources } from '../resources-dir.js';
import { settingsFile } from '../settings/electron-file.js';
import { openSettings, type SettingsStore } from '../settings/store.js';
import { readProfile } from './files.js';
import type { Start } from './prepare.js';
import { createSource, modeOf } from './source.js';
import { Texts } from './texts.js';

/** What the set-ups of the program share. */
export interface Services {
  readonly start: Start;
  readonly log: Log;
  /** Folder with icons and the shipped procedure. */
  readonly resources: string;
  readonly index: ProfileIndex;
  readonly settings: SettingsStore;
  readonly texts: Texts;
  readonly monitor: Monitor;
  readonly source: Source;
}

/** Makes everything that holds state; nothing runs yet. @throws FileProblem when a named file is bad */
export async function createServices(start: Start): Promise<Services> {
  const folder = app.getPath('userData');
  const log = createLog(join(folder, 'logs', 'main.log'));
  log.info(`${app.getName()} ${app.getVersion()} on Electron ${process.versions.electron}`);
  const resources = findResources([app.getAppPath(), process.resourcesPath]);
  const index = new ProfileIndex(readProfile(resources, start.args.profile));
  const mode = await modeOf(start.args);
  const monitor = new Monitor({ index, mode });
  const settings = openSettings({
    folder,
    write: settingsFile(folder),
    now: () => new Date(),
    onNotice: (notice) => {
      log.warn(`${notice.code}: ${notice.detail ?? ''}`);
      monitor.addNotice(notice);
    },
  });
  const texts = new Texts(settings.current.language, start.locale);
  const source = createSource(start.args, settings.current, monitor, log);
  return { start, log, resources, index, settings, texts, monitor, source };
}
