import type { AppInfo, PolicyView, ProcedureView } from '../../shared/ipc/contract.js';
import { success } from '../../shared/ipc/result.js';
import type { Diagnostics } from '../diagnostics/diagnostics.js';
import type { Monitor } from '../monitor/monitor.js';
import type { SettingsStore } from '../settings/store.js';
import type { Handlers } from './handle.js';

/** What the answers are made from. */
export interface HandlerSources {
  readonly monitor: Monitor;
  readonly settings: SettingsStore;
  readonly info: () => AppInfo;
  readonly procedure: () => ProcedureView;
  readonly policy: PolicyView;
  readonly diagnostics: Pick<Diagnostics, 'view' | 'copy' | 'showLog'>;
}

/** Answers to every call of a page. */
export function createHandlers(sources: HandlerSources): Handlers {
  const { monitor, settings, info, procedure, policy, diagnostics } = sources;
  return {
    'monitor:snapshot': () => success(monitor.snapshot()),
    'monitor:recent': () => success(monitor.recentSeries()),
    'settings:get': () => success(settings.current),
    'settings:update': (patch) => settings.update(patch),
    'app:info': () => success(info()),
    'procedure:get': () => success(procedure()),
    'policy:get': () => success(policy),
    'incident:acknowledge': ({ id }) => {
      monitor.acknowledge(id);
      return success(undefined);
    },
    'situation:set': (patch) => {
      monitor.situation.set(patch);
      return success(monitor.situation.current);
    },
    'diagnostics:get': async () => success(await diagnostics.view()),
    'diagnostics:copy': () => diagnostics.copy(),
    'diagnostics:showLog': () => diagnostics.showLog(),
  };
}
