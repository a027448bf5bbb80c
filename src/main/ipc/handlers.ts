import type { AppInfo, InvokeChannel, PolicyView, ProcedureView } from '../../shared/ipc/contract.js';
import { success } from '../../shared/ipc/result.js';
import type { Diagnostics } from '../diagnostics/diagnostics.js';
import type { Monitor } from '../monitor/monitor.js';
import type { PopupKeeper } from '../notify/popup-keeper.js';
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
  readonly diagnostics: Pick<Diagnostics, 'view' | 'copy' | 'showLog'>;
  readonly popups: PopupAnswers;
}

/** What the popup's page can do. */
export interface PopupAnswers {
  readonly keeper: Pick<PopupKeeper, 'view' | 'acknowledge' | 'snooze' | 'close' | 'test'>;
  readonly resize: (height: number) => void;
  /** Opens the main window, at the part of an incident that the popup shows. */
  readonly open: (id: string | undefined) => void;
}

/** Answers to every call of a page. */
export function createHandlers(sources: HandlerSources): Handlers {
  const { monitor, settings, update, transfer, info, procedure, policy, diagnostics } = sources;
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
    'diagnostics:get': async () => success(await diagnostics.view()),
    'diagnostics:copy': () => diagnostics.copy(),
    'diagnostics:showLog': () => diagnostics.showLog(),
    ...popupHandlers(sources.popups),
  };
}

type PopupChannel = Extract<InvokeChannel, `popup:${string}`>;

function popupHandlers({ keeper, resize, open }: PopupAnswers): Pick<Handlers, PopupChannel> {
  const done = success(undefined);
  return {
    'popup:state': () => success(keeper.view),
    'popup:test': () => {
      keeper.test();
      return done;
    },
    'popup:acknowledge': ({ ids }) => {
      keeper.acknowledge(ids);
      return done;
    },
    'popup:snooze': ({ id }) => {
      keeper.snooze(id);
      return done;
    },
    'popup:open': ({ id }) => {
      open(id);
      return done;
    },
    'popup:close': () => {
      keeper.close();
      return done;
    },
    'popup:size': ({ height }) => {
      resize(height);
      return done;
    },
  };
}
