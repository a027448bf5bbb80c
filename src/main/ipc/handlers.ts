import type { AppInfo, PolicyView, ProcedureView } from '../../shared/ipc/contract.js';
import { success } from '../../shared/ipc/result.js';
import type { Monitor } from '../monitor/monitor.js';
import type { SettingsStore } from '../settings/store.js';
import type { Handlers } from './handle.js';

/** What the answers are made from. */
export interface HandlerSources {
  readonly monitor: Monitor;
  readonly settings: Pick<SettingsStore, 'current'>;
  /** Checks a change and takes it. */
  readonly update: Handlers['settings:update'];
  readonly transfer: {
    readonly export: Handlers['settings:export'];
    readonly import: Handlers['settings:import'];
  };
  readonly info: () => AppInfo;
  readonly procedure: () => ProcedureView;
  readonly policy: PolicyView;
}

/** Answers to every call of a page. */
export function createHandlers(sources: HandlerSources): Handlers {
  const { monitor, settings, update, transfer, info, procedure, policy } = sources;
  return {
    'monitor:snapshot': () => success(monitor.snapshot()),
    'monitor:recent': () => success(monitor.recentSeries()),
    'settings:get': () => success(settings.current),
    'settings:update': update,
    'settings:export': transfer.export,
    'settings:import': transfer.import,
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
  };
}
