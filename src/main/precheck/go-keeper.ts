import { join } from 'node:path';
import { type GoFile, goFileSchema, NO_GO_FILE } from '../../shared/precheck/flow/go-file.js';
import { goEventsBetween, watchNow, watchOn } from '../../shared/precheck/flow/watch.js';
import type { GoEvent } from '../../shared/precheck/go/events.js';
import { type GoStatus, goStatus } from '../../shared/precheck/go/status.js';
import type { PrecheckRecord } from '../../shared/precheck/record/schema.js';
import type { Log } from '../log/log.js';
import { Emitter } from '../monitor/emitter.js';
import type { Monitor } from '../monitor/monitor.js';
import { readJsonFile } from '../settings/json-file.js';
import { setAside } from '../settings/set-aside.js';
import { writeDurably } from './durable.js';

/** What the keeper needs of the monitor. */
export type GoWatched = Pick<Monitor, 'commits' | 'events' | 'situation' | 'metricStates' | 'mode'>;

/** What it needs besides. */
export interface GoKeeperOptions {
  readonly folder: string;
  readonly monitor: GoWatched;
  /** The last whole check. */
  readonly full: PrecheckRecord | null;
  readonly now: () => number;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Keeps the GO true: hears of everything that puts an item in doubt, remembers it over restarts, and says so. A replay is
 * another time: nothing of it touches the GO of this station.
 */
export class GoKeeper {
  /** Every change of the status. */
  readonly changes = new Emitter<GoStatus>();
  private readonly file: string;
  private state: GoFile;
  private full: PrecheckRecord | null;
  private shown: string;
  private wasOnAir = false;

  constructor(private readonly options: GoKeeperOptions) {
    const { folder, monitor, full, now } = options;
    this.file = join(folder, 'precheck-go.json');
    this.full = full;
    this.state = this.remembered();
    this.shown = JSON.stringify(this.status);
    if (monitor.mode.kind === 'replay') return;
    this.land();
    monitor.commits.on(() => this.look());
    monitor.events.on((event) => {
      if (event.type === 'opened') this.add([{ type: 'incident', at: now(), metric: event.incident.metric }]);
    });
    monitor.situation.changes.on(({ onAir }) => {
      if (onAir === this.wasOnAir) return;
      this.wasOnAir = onAir;
      this.add([{ type: onAir ? 'on-air' : 'off-air', at: now() }]);
    });
  }

  /** How things stand with the GO now. */
  get status(): GoStatus {
    return goStatus(this.full, this.state.events as GoEvent[], this.options.now());
  }

  /** Goes by a check of an earlier run that could not be read before; one that was made meanwhile counts more. */
  adopt(full: PrecheckRecord | null): void {
    if (this.full || !full) return;
    this.full = full;
    this.state = this.remembered();
    this.land();
    this.tell();
  }

  /** Takes a whole check: what happened before it no longer counts. */
  take(record: PrecheckRecord): void {
    this.full = record;
    const { onAir } = this.options.monitor.situation.current;
    const events: GoEvent[] = onAir ? [{ type: 'on-air', at: record.startedAt }] : [];
    const watch = watchNow(this.options.monitor.metricStates(), this.state.watch);
    this.state = { schema: 1, check: record.id, events, watch };
    this.store();
    this.tell();
  }

  /** Takes items that were done again. */
  recheck(
    items: readonly { readonly item: PrecheckRecord['judgements'][number]['item']; readonly ok: boolean }[],
  ): void {
    const at = this.options.now();
    // A device that came in place of the one that went is checked now, too.
    const watch = watchNow(this.options.monitor.metricStates(), this.state.watch);
    this.state = { ...this.state, watch };
    this.add(items.map((one) => ({ type: 'rechecked', at, ...one })));
  }

  private remembered(): GoFile {
    const { value, problem } = readJsonFile(this.file, goFileSchema);
    if (problem !== undefined) setAside(this.file, new Date(this.options.now()));
    // What happened since another check says nothing about this one.
    return value && value.check === (this.full?.id ?? null) ? value : NO_GO_FILE;
  }

  /** The program ended while on air: it is not on air any more. */
  private land(): void {
    const { monitor, now } = this.options;
    if (this.status.onAir && !monitor.situation.current.onAir) this.add([{ type: 'off-air', at: now() }]);
  }

  private look(): void {
    const watch = watchOn(this.options.monitor.metricStates(), this.state.watch);
    const events = goEventsBetween(this.state.watch, watch, this.options.now());
    const changed = JSON.stringify(watch) !== JSON.stringify(this.state.watch);
    this.state = { ...this.state, watch };
    if (events.length > 0) this.add(events);
    else {
      if (changed && this.full) this.store();
      // Time alone ends a GO, too.
      this.tell();
    }
  }

  private add(events: readonly GoEvent[]): void {
    // Without a check nothing can be put in doubt, and nothing needs remembering.
    if (!this.full) return;
    this.state = { ...this.state, events: [...this.state.events, ...events].slice(-2_000) };
    this.store();
    this.tell();
  }

  private store(): void {
    try {
      writeDurably(this.file, JSON.stringify(this.state));
    } catch (error) {
      // It holds in memory; the records themselves report a full disk to the user.
      this.options.log.warn('the state of the GO was not stored', error);
    }
  }

  private tell(): void {
    const { status } = this;
    const text = JSON.stringify(status);
    if (text === this.shown) return;
    this.shown = text;
    this.changes.emit(status);
  }
}
