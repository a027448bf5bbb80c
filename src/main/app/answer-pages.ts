import { hostname } from 'node:os';
import { app, clipboard } from 'electron';
import type { SettingsPatch } from '../../shared/ipc/contract.js';
import { type Result, success } from '../../shared/ipc/result.js';
import { playbookReport } from '../../shared/playbooks/report.js';
import { stationProcedure } from '../../shared/settings/procedure.js';
import type { Settings } from '../../shared/settings/schema.js';
import { Diagnostics } from '../diagnostics/diagnostics.js';
import { registerHandlers } from '../ipc/handle.js';
import { createHandlers } from '../ipc/handlers.js';
import type { PopupKeeper } from '../notify/popup-keeper.js';
import type { PrecheckService } from '../precheck/service.js';
import { openSystemPage, systemPages } from '../security/system-pages.js';
import { checkPatch } from '../settings/check-patch.js';
import { withoutLocked } from '../settings/locks.js';
import type { Desktop } from './desktop.js';
import type { History } from './history.js';
import { answerFiles, storedHandling } from './history-files.js';
import { clauseMuting } from './mute-clause.js';
import { isOnAirBlocked } from './on-air.js';
import { popupActions } from './popups.js';
import { precheckAnswers } from './precheck-pages.js';
import type { Services } from './services.js';
import { exportSettings, importSettings } from './transfer.js';

/** Gives every call of a page its answer. */
export function answerPages(
  services: Services,
  desktop: Desktop,
  keeper: PopupKeeper,
  precheck: PrecheckService,
  history: History,
): void {
  const { monitor, settings, log, profile, policy, texts, baseline } = services;
  const { windows, trusted, trayHost } = desktop;
  const stationName = (): string => settings.current.stationName || hostname();
  const info = () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    stationName: stationName(),
    computerName: hostname(),
    platform: process.platform,
    systemPages: systemPages(process.platform, process.env.XDG_CURRENT_DESKTOP ?? ''),
  });
  const procedure = () => ({
    shipped: profile,
    effective: stationProcedure(profile, settings.current).index.profile,
  });
  const update = (patch: SettingsPatch): Result<Settings> => {
    const { current, own } = settings;
    const checked = checkPatch(patch, { current, own, policy: policy.policy, profile });
    return checked.ok ? settings.update(checked.value) : checked;
  };
  const transfer = {
    export: () => exportSettings(settings.current, texts, windows),
    import: () => importSettings((patch) => update(withoutLocked(patch, policy.policy)), texts, windows),
  };
  const handlers = createHandlers({
    monitor,
    settings,
    update,
    transfer,
    readNow: (metrics) => services.source.readNow(metrics),
    openSystemPage: (page) => openSystemPage(page, log),
    copyPlaybook: ({ playbook, incident, done }) => {
      const state = monitor.look();
      const about = [...state.incidents, ...state.ended].find(({ id }) => id === incident);
      const sources = { station: stationName(), playbook, incident: about, done, state };
      clipboard.writeText(services.redact(playbookReport(sources, texts.speech)));
      return success(undefined);
    },
    muteClause: clauseMuting({ settings, monitor, now: () => monitor.at }),
    info,
    procedure,
    policy: { file: policy.file, settings: policy.policy.settings },
    diagnostics: new Diagnostics(services, {
      hasTray: () => trayHost.isThere,
      stationName,
      window: () => windows.main ?? null,
    }),
    baseline,
    popups: popupActions(keeper, desktop),
    precheck: precheckAnswers(precheck, desktop, texts),
    isOnAirBlocked: () => isOnAirBlocked(precheck, services),
    history: history.answers,
    handleStored: storedHandling(history),
    files: answerFiles(services, desktop, history, stationName),
  });
  precheck.changes.on((view) => desktop.pages.publish('precheck:changed', view));
  baseline.changes.on((view) => desktop.pages.publish('baseline:changed', view));
  registerHandlers(handlers, trusted, log);
}
