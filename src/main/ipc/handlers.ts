import type { AppInfo, InvokeChannel, PolicyView, ProcedureView } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { SystemPage } from '../../shared/playbooks/system-pages.js';
import type { BaselineKeeper } from '../baseline/keeper.js';
import type { Diagnostics } from '../diagnostics/diagnostics.js';
import type { Monitor } from '../monitor/monitor.js';
import type { Source } from '../monitor/source.js';
import type { PopupKeeper } from '../notify/popup-keeper.js';
import type { SettingsStore } from '../settings/store.js';
import type { Handlers } from './handle.js';
import { type PrecheckAnswers, precheckHandlers } from './precheck-handlers.js';

/** What the answers are made from. */
export interface HandlerSources {
  readonly monitor: Monitor;
  readonly settings: Pick<SettingsStore, 'current'>;
  /** Checks a change and takes it. */
  readonly update: Handlers['settings:update'];
  readonly muteClause: Handlers['clause:mute'];
  readonly readNow: Source['readNow'];
  readonly openSystemPage: (page: SystemPage) => Promise<Result<undefined>>;
  readonly copyPlaybook: Handlers['playbook:copy'];
  readonly transfer: {
    readonly export: Handlers['settings:export'];
    readonly import: Handlers['settings:import'];
  };
  readonly info: () => AppInfo;
  readonly procedure: () => ProcedureView;
  readonly policy: PolicyView;
  readonly baseline: Pick<BaselineKeeper, 'view' | 'take' | 'undo' | 'remove'>;
  readonly diagnostics: Pick<Diagnostics, 'view' | 'copy' | 'raw' | 'save' | 'showLog'>;
  readonly popups: PopupAnswers;
  readonly precheck: PrecheckAnswers;
  /** IT forbids going on air without a valid GO, and there is none. */
  readonly isOnAirBlocked: () => boolean;
  readonly history: HistoryAnswers;
  /** Notes what people did about an incident that the station itself forgot. */
  readonly handleStored: Handlers['incident:handle'];
  readonly files: FileAnswers;
}

/** What becomes a file: exports, and the report of an incident. */
type FileChannel =
  | Extract<InvokeChannel, `report:${string}`>
  | Extract<InvokeChannel, `history:${'export' | 'report'}`>;

/** What the history answers. */
export type HistoryAnswers = Pick<
  Handlers,
  Exclude<Extract<InvokeChannel, `history:${string}`>, FileChannel>
>;

/** What is answered about files that are made of the history. */
export type FileAnswers = Pick<Handlers, FileChannel>;

/** What the popup's page can do. */
export interface PopupAnswers {
  readonly keeper: Pick<PopupKeeper, 'view' | 'acknowledge' | 'snooze' | 'close' | 'test'>;
  readonly resize: (height: number) => void;
  /** Opens the main window, at the part of an incident that the popup shows. */
  readonly open: (id: string | undefined) => void;
}

/** Answers to every call of a page. */
export function createHandlers(sources: HandlerSources): Handlers {
  const { monitor, settings, update, transfer, info, procedure, policy, baseline, diagnostics, muteClause } =
    sources;
  const { readNow, openSystemPage, copyPlaybook, handleStored } = sources;
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
    'baseline:get': () => success(baseline.view),
    'baseline:take': ({ by }) => baseline.take(by),
    'baseline:undo': () => baseline.undo(),
    'baseline:remove': () => baseline.remove(),
    'incident:acknowledge': ({ id, ...who }) => {
      monitor.handle(id, { type: 'acknowledge', ...who });
      return success(undefined);
    },
    'incident:handle': ({ id, action }) =>
      monitor.handle(id, action) ? success(undefined) : handleStored({ id, action }),
    'clause:mute': muteClause,
    'readings:refresh': ({ metrics }) =>
      readNow(metrics) ? success(undefined) : failure('NOT_READY', 'nothing is being sampled'),
    'system:open': ({ page }) => openSystemPage(page),
    'playbook:copy': copyPlaybook,
    'situation:set': (patch) => {
      if (patch.onAir && !monitor.situation.current.onAir && sources.isOnAirBlocked())
        return failure('NOT_READY', 'no valid GO');
      monitor.situation.set(patch);
      return success(monitor.situation.current);
    },
    'diagnostics:get': async () => success(await diagnostics.view()),
    'diagnostics:copy': () => diagnostics.copy(),
    'diagnostics:raw': async ({ id }) => success(await diagnostics.raw(id)),
    'diagnostics:save': () => diagnostics.save(),
    'diagnostics:showLog': () => diagnostics.showLog(),
    ...popupHandlers(sources.popups),
    ...precheckHandlers(sources.precheck),
    ...sources.history,
    ...sources.files,
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
    'popup:acknowledge': ({ ids, by }) => {
      keeper.acknowledge(ids, by);
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
