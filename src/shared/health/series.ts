import type { UsualValue } from '../baseline/schema.js';
import { type MetricId, metricSpec, TIER_PERIOD_MS } from '../metrics/dictionary.js';
import type { Reading } from '../metrics/reading.js';
import type { ResolvedRule } from '../sop/profile-index.js';
import { GROWTH_WINDOW_MS } from '../sop/schema.js';
import { Cadence, STALE_PERIODS } from './cadence.js';
import type { BreachedLimit, Judged } from './evaluate.js';
import { forgetTimers, QUIET, type Track } from './incident.js';
import type { Judgement } from './judgement.js';
import { type GateMemory, gate } from './plausibility.js';
import { SpreadWindow } from './spread-window.js';

/** How long a device that is gone and that nobody expects is still told of, ms: as long as the lines on the page (ours). */
const BYGONE_MS = 600_000;

/** Everything the station keeps of one metric of one instance. */
export class Series {
  readonly metric: MetricId;
  readonly instance: string | undefined;
  /** Latest reading as it counts: implausible and stale ones have lost their value. */
  reading: Reading;
  judged: Judged = { judgement: 'unknown', heldLevel: 0 };
  /** Since when the judgement is what it is. */
  judgedSince: number;
  track: Track = QUIET;
  /** When a believable value was last had. */
  knownAt: number | null = null;
  /** Whether the value at hand comes after a gap. */
  fresh = true;
  growth = 0;
  /** The alarm limit that was breached last. */
  breached: BreachedLimit | undefined;
  /** What the station's baseline says is usual. */
  usual: UsualValue | undefined;
  /** Name of the device of the baseline that this series is about, while it is gone. */
  gone: string | undefined;
  /** Of a count of past events: how many were settled by people, and are no news. */
  settled = 0;

  private readonly cadence: Cadence;
  /** When a value last came, believed or not. */
  private valuedAt: number | null = null;
  private memory: GateMemory | undefined;
  private increments: { at: number; by: number }[] = [];
  private lastCount: number | null = null;
  private window: SpreadWindow | undefined;

  constructor(
    first: Reading,
    public resolved: ResolvedRule | undefined,
    readonly key: string,
  ) {
    this.metric = first.metric;
    this.instance = first.instance;
    this.reading = first;
    this.judgedSince = first.at;
    this.cadence = new Cadence(TIER_PERIOD_MS[metricSpec(first.metric).tier]);
  }

  /** Expected time between two readings, ms. */
  get periodMs(): number {
    return this.cadence.periodMs;
  }

  /** How far apart the last values are; undefined: too few to say, or no baseline to compare with. */
  get spread(): number | undefined {
    return this.window?.spread;
  }

  /** Marks a pause of the whole station: running hold and clear times are forgotten, an open incident stays open. */
  interrupt(): void {
    this.fresh = true;
    this.track = forgetTimers(this.track);
  }

  /** Forgets that the series is a device that is gone, with its incident; what it measured last is not there. */
  forgetDevice(): void {
    this.gone = undefined;
    this.track = QUIET;
    this.reading = { ...this.reading, value: null, missing: 'not-present' };
  }

  /** Takes a reading, after the plausibility gate. @param load latest CPU load, percent */
  accept(reading: Reading, load: number | null): void {
    if (reading.value === null) {
      this.reading = reading;
      return;
    }
    const interval = this.valuedAt === null ? null : reading.at - this.valuedAt;
    const { plausible, memory } = gate(reading, this.memory, load, this.isBreak(this.valuedAt, reading.at));
    this.memory = memory;
    this.valuedAt = reading.at;
    if (plausible && this.isBreak(this.knownAt, reading.at)) this.fresh = true;
    if (interval !== null && interval > 0) this.cadence.note(interval);
    if (!plausible) {
      this.reading = { ...reading, value: null, missing: 'implausible', note: String(reading.value) };
      return;
    }
    this.reading = reading;
    this.knownAt = reading.at;
    // Settled events leave the count as they grow old; a new one must not take their place unnoticed.
    if (this.settled > 0) this.settled = Math.min(this.settled, reading.value);
    if (this.resolved?.countsGrowth) this.count(reading.value, reading.at);
    if (this.resolved?.measuresSpread && this.usual) {
      this.window ??= new SpreadWindow();
      this.window.note(reading.at, reading.value);
    }
  }

  /** Sets the judgement and, when it changed, since when it holds. */
  judge(judged: Judged): void {
    if (judged.judgement !== this.judged.judgement) this.judgedSince = this.reading.at;
    this.judged = judged;
    if (judged.limit && judged.limit.severity !== 'advisory') this.breached = judged.limit;
  }

  /** Turns a value that nobody renewed into a stale one. @returns whether that changed anything */
  expire(at: number, resumedAt: number): boolean {
    const { value } = this.reading;
    if (value === null || !this.isSilent(this.reading.at, at, resumedAt)) return false;
    this.reading = { ...this.reading, value: null, missing: 'stale' };
    this.gone = undefined;
    this.judged = { judgement: 'unknown', heldLevel: 0 };
    this.judgedSince = at;
    return true;
  }

  /** Whether a value has been missing for more than three periods, or was never had. */
  isMissing(at: number, resumedAt: number): boolean {
    return this.knownAt === null || this.isSilent(this.knownAt, at, resumedAt);
  }

  /** Whether it is a device that went long ago, does not belong to the station, and has nothing open. */
  isBygone(at: number): boolean {
    const { instance, reading, gone, track } = this;
    const isGone = instance !== undefined && reading.missing === 'not-present' && gone === undefined;
    return isGone && !track.incident && at - reading.at > BYGONE_MS;
  }

  /** Current judgement. */
  get judgement(): Judgement {
    return this.judged.judgement;
  }

  private isSilent(last: number, at: number, resumedAt: number): boolean {
    const from = Math.max(last, resumedAt);
    return (
      at - from > TIER_PERIOD_MS[metricSpec(this.metric).tier] * STALE_PERIODS &&
      at - from > this.periodMs * STALE_PERIODS
    );
  }

  /** Whether a value at this time is no neighbour of the one before. */
  private isBreak(last: number | null, at: number): boolean {
    return this.fresh || last === null || at < last || this.cadence.isGap(at - last);
  }

  private count(value: number, at: number): void {
    const by = this.lastCount === null ? 0 : value - this.lastCount;
    this.lastCount = value;
    if (by > 0) this.increments.push({ at, by });
    this.increments = this.increments.filter((step) => Math.abs(at - step.at) < GROWTH_WINDOW_MS);
    this.growth = this.increments.reduce((sum, step) => sum + step.by, 0);
  }
}
