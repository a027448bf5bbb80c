import { availableParallelism, homedir, hostname, release, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { Notice } from '../../shared/ipc/contract.js';
import { lifeCycleOf } from '../../shared/settings/life-cycle.js';
import { bitrateOf } from '../../shared/settings/streaming.js';
import { ProfileIndex } from '../../shared/sop/profile-index.js';
import type { Profile } from '../../shared/sop/schema.js';
import { BaselineKeeper } from '../baseline/keeper.js';
import { openBaseline } from '../baseline/store.js';
import { readProfile } from '../cli/files.js';
import { OwnCosts } from '../diagnostics/costs.js';
import { CrashReports } from '../diagnostics/crash-reports.js';
import { createLog, type Log } from '../log/log.js';
import { type Person, redactor } from '../log/redact.js';
import { Monitor } from '../monitor/monitor.js';
import { SAMPLER_SERVICE } from '../monitor/sampler-child.js';
import { SamplerReport } from '../monitor/sampler-report.js';
import type { Source } from '../monitor/source.js';
import { findResources } from '../resources-dir.js';
import { settingsFile } from '../settings/electron-file.js';
import { type FoundPolicy, readPolicy } from '../settings/policy.js';
import { openSettings, type SettingsStore } from '../settings/store.js';
import { isWritable } from '../settings/writable.js';
import { judgeBy } from './judge-by.js';
import type { Start } from './prepare.js';
import { createSource, modeOf } from './source.js';
import { Texts } from './texts.js';

/** What the set-ups of the program share. */
export interface Services {
  readonly start: Start;
  readonly log: Log;
  readonly logFile: string;
  /** Takes out of a text what must not leave this machine. */
  readonly redact: (text: string) => string;
  /** Folder with icons and the shipped procedure. */
  readonly resources: string;
  /** The procedure as shipped, or as the command line names it. */
  readonly profile: Profile;
  readonly policy: FoundPolicy;
  readonly settings: SettingsStore;
  readonly texts: Texts;
  readonly monitor: Monitor;
  readonly baseline: BaselineKeeper;
  readonly samplerReport: SamplerReport;
  readonly source: Source;
  readonly crashReports: CrashReports;
  /** What the processes of the program cost. */
  readonly costs: OwnCosts;
  /** Tells the user and the log something about the program itself. */
  readonly notice: (notice: Notice) => void;
}

/** Makes everything that holds state; nothing runs yet. @throws CommandError when a named file is bad */
export async function createServices(start: Start): Promise<Services> {
  const folder = app.getPath('userData');
  const logFile = join(folder, 'logs', 'main.log');
  const redact = redactor(whose());
  const log = createLog(logFile, redact);
  log.info(`${app.getName()} ${app.getVersion()} on Electron ${process.versions.electron}`);
  const resources = findResources([app.getAppPath(), process.resourcesPath]);
  const profile = readProfile(resources, start.args.profile);
  const mode = await modeOf(start.args, resources);
  const monitor = new Monitor({ index: new ProfileIndex(profile), mode });
  const notice = (one: Notice): void => {
    log.warn(`${one.code}: ${one.detail ?? ''}`);
    monitor.addNotice(one);
  };
  if (!isWritable(folder)) notice({ code: 'folder-not-writable', detail: folder });
  const found = readPolicy();
  const { policy, file, problem } = found;
  if (problem !== undefined) notice({ code: 'policy-not-read', detail: `${file}: ${problem}` });
  const settings = openSettings({
    folder,
    write: settingsFile(folder),
    now: () => new Date(),
    policy,
    onNotice: notice,
    onRecovery: (code) => monitor.withdrawNotice(code),
  });
  judgeBy({ profile, monitor, notice }, settings.current);
  monitor.live(lifeCycleOf(settings.current));
  monitor.expectBitrate(bitrateOf(settings.current));
  const baseline = new BaselineKeeper(
    openBaseline({ folder, now: () => new Date(), onNotice: notice }),
    monitor,
  );
  const texts = new Texts(settings.current.language, start.locale);
  const samplerReport = new SamplerReport();
  const crashReports = new CrashReports({
    folder: join(folder, 'crash-reports'),
    facts: [
      `${app.getName()} ${app.getVersion()}`,
      `Electron ${process.versions.electron}`,
      `${process.platform} ${release()} ${process.arch}`,
    ],
    redact,
  });
  const costs = new OwnCosts(() => app.getAppMetrics(), availableParallelism(), SAMPLER_SERVICE);
  const source = createSource(start.args, settings.current, {
    monitor,
    report: samplerReport,
    log,
    // In the tray nobody asks Chromium for its figures.
    pages: () => (BrowserWindow.getAllWindows().length > 0 ? costs.pages(performance.now()) : null),
  });
  return {
    start,
    log,
    logFile,
    redact,
    resources,
    profile,
    policy: found,
    settings,
    texts,
    monitor,
    baseline,
    samplerReport,
    source,
    crashReports,
    costs,
    notice,
  };
}

function whose(): Person {
  try {
    return { home: homedir(), user: userInfo().username, host: hostname() };
  } catch {
    // Containers run programs under numbers that have no name.
    return { home: homedir(), user: '', host: hostname() };
  }
}
