import { undone, withRemoved, withTaken } from '../../shared/baseline/history.js';
import { BaselineLookup } from '../../shared/baseline/lookup.js';
import type { BaselineFile } from '../../shared/baseline/schema.js';
import { type TakingBlock, takeBaseline, WARM_UP_MS } from '../../shared/baseline/take.js';
import type { BaselineView } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { Emitter } from '../monitor/emitter.js';
import type { Monitor } from '../monitor/monitor.js';
import type { BaselineStore } from './store.js';

/** What the keeper needs of the monitor. */
type Watched = Pick<Monitor, 'at' | 'mode' | 'firstAt' | 'metricStates' | 'recentSeries' | 'judgeAgainst'>;

/**
 * Takes, removes and brings back the station's baseline, and lets the monitor judge by it. A replay is another time
 * and maybe another machine: it is never judged by the baseline of this one, and none is taken from it.
 */
export class BaselineKeeper {
  /** Every change, also one that could not be stored. */
  readonly changes = new Emitter<BaselineView>();

  constructor(
    private readonly store: BaselineStore,
    private readonly monitor: Watched,
  ) {
    this.judge();
  }

  /** The baseline in force, what undoing would bring back, and whether one can be taken now. */
  get view(): BaselineView {
    const { current, before } = this.store.content;
    const { baseline } = before ?? {};
    return {
      current,
      ...(before && { before: baseline ? { at: baseline.at, by: baseline.by } : null }),
      blocked: this.blocked,
    };
  }

  /** Takes the station as it is now. @param by name of who takes it; `NOT_READY` while readings are too few */
  take(by: string): Result<BaselineView> {
    const { monitor } = this;
    if (this.blocked) return failure('NOT_READY', this.blocked);
    const taken = takeBaseline(monitor.metricStates(), monitor.recentSeries(), monitor.at, by);
    return this.change(withTaken(this.store.content, taken));
  }

  /** Goes back to what was in force before the last step; `NOT_READY` when there was none. */
  undo(): Result<BaselineView> {
    if (!this.store.content.before) return failure('NOT_READY', 'nothing to undo');
    return this.change(undone(this.store.content));
  }

  /** Judges without a baseline from now on; undoing brings it back. */
  remove(): Result<BaselineView> {
    return this.change(withRemoved(this.store.content));
  }

  private get blocked(): TakingBlock | null {
    const { mode, at, firstAt } = this.monitor;
    if (mode.kind === 'replay') return 'replay';
    return firstAt === null || at - firstAt < WARM_UP_MS ? 'warming-up' : null;
  }

  private change(content: BaselineFile): Result<BaselineView> {
    const stored = this.store.replace(content);
    this.judge();
    this.changes.emit(this.view);
    return stored.ok ? success(this.view) : stored;
  }

  private judge(): void {
    if (this.monitor.mode.kind === 'live')
      this.monitor.judgeAgainst(new BaselineLookup(this.store.content.current));
  }
}
