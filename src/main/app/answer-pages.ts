import { hostname } from 'node:os';
import { app } from 'electron';
import type { SettingsPatch } from '../../shared/ipc/contract.js';
import type { Result } from '../../shared/ipc/result.js';
import { stationProcedure } from '../../shared/settings/procedure.js';
import type { Settings } from '../../shared/settings/schema.js';
import { Diagnostics } from '../diagnostics/diagnostics.js';
import { registerHandlers } from '../ipc/handle.js';
import { createHandlers } from '../ipc/handlers.js';
import type { PopupKeeper } from '../notify/popup-keeper.js';
import { checkPatch } from '../settings/check-patch.js';
import { withoutLocked } from '../settings/locks.js';
import type { Desktop } from './desktop.js';
import { popupActions } from './popups.js';
import type { Services } from './services.js';
import { exportSettings, importSettings } from './transfer.js';

/** Gives every call of a page its answer. */
export function answerPages(services: Services, desktop: Desktop, keeper: PopupKeeper): void {
  const { monitor, settings, log, profile, policy, texts } = services;
  const { windows, trusted, trayHost } = desktop;
  const stationName = (): string => settings.current.stationName || hostname();
  const info = () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    stationName: stationName(),
    computerName: hostname(),
    platform: process.platform,
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
    info,
    procedure,
    policy: { file: policy.file, settings: policy.policy.settings },
    diagnostics: new Diagnostics(services, { hasTray: () => trayHost.isThere, stationName }),
    popups: popupActions(keeper, desktop),
  });
  registerHandlers(handlers, trusted, log);
}
