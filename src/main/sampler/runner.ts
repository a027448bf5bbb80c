import { type MetricId, TIER_PERIOD_MS } from '../../shared/metrics/dictionary.js';
import type { Reading } from '../../shared/metrics/reading.js';
import type { CollectorStats, RawOutput } from '../../shared/sampler/protocol.js';
import { type Clock, systemClock } from './clock.js';
import type { Collector, Sample } from './collector.js';
import { stamp } from './runner/readings.js';
import { Slot } from './runner/slot.js';

/** How long a batch waits for its slower collectors, ms; the rest comes in a batch of its own (ours). */
export const BATCH_GRACE_MS = 200;

/** Statistics are sent at least this often without being asked for, ms: each time wakes another process. */
export const STATS_PERIOD_MS = 60_000;

/**
 * Within the first tick, what still warms up is read again this often, ms (ours): a rate over half a second is as true
 * as one over two, and somebody waits for it.
 */
export const WARM_UP_MS = 500;

/** A tick that comes this many periods late means that the machine slept: rates start anew. */
const OVERSLEPT_PERIODS = 3;

/** What a runner is made of. */
export interface RunnerOptions {
  readonly collectors: readonly Collector[];
  /** Fast tick, ms; default {@link TIER_PERIOD_MS}.fast. Slower tiers are never faster than it. */
  readonly tickMs?: number;
  readonly clock?: Clock;
  /**
   * All readings of one tick; slow collectors follow in later batches, stamped with their own time, so that
   * `at` never goes back. A batch that mentions a metric mentions all its series; a series that has vanished
   * (an unplugged device) is reported `not-present` once and then no more.
   */
  readonly onReadings?: (readings: readonly Reading[]) => void;
  /** Every {@link STATS_PERIOD_MS}, and when a collector starts or ends backing off. */
  readonly onStats?: (stats: readonly CollectorStats[]) => void;
}

/** Schedules collectors. None can delay another one, and none ever overlaps itself. */
export interface Runner {
  /** Starts ticking; the first tick comes at once, and rates within it. */
  start(): void;
  configure(settings: { readonly tickMs: number }): void;
  /** Lets heavy collectors wait, or go on; what waited runs at the next tick. */
  setQuiet(quiet: boolean): void;
  /** Collectors that read nothing but these metrics run no more often than slow ones; others of before at the next tick. */
  setIdle(metrics: readonly MetricId[]): void;
  /**
   * Runs the collectors of these metrics at once, heavy or not, and one that is under way once more when it has ended: what it
   * reads may be older than the question. Nothing while it does not tick.
   */
  readNow(metrics: readonly MetricId[]): void;
  /** Stops ticking and gives up what runs (the machine goes to sleep). */
  suspend(): void;
  /** Forgets rate baselines and ticks again after one full period. */
  resume(): void;
  /** Runs every collector once, whatever its tier, and waits for all of them up to their time-outs. */
  runOnce(): Promise<Reading[]>;
  stats(): CollectorStats[];
  /** What every source said at its last run, where it keeps that. */
  raws(): RawOutput[];
  /** Stops for good and ends what the collectors keep open. */
  stop(): void;
}

/** Makes a runner for a set of collectors. */
export function createRunner(options: RunnerOptions): Runner {
  const clock = options.clock ?? systemClock;
  let tickMs = options.tickMs ?? TIER_PERIOD_MS.fast;
  let cancelTick: (() => void) | null = null;
  let cancelWarmUp: (() => void) | null = null;
  let plannedTick = 0;
  /** Changes with every suspend and stop: what was started before it is not delivered. */
  let era = 0;
  let lastStatsAt = Number.NEGATIVE_INFINITY;
  let lastStates = '';
  let quiet = false;
  /** Sends the batch that still waits for slower collectors, if there is one. */
  let closeOpen = (): void => undefined;

  const periodOf = (tier: Collector['tier']): number =>
    tier === 'fast' ? tickMs : Math.max(TIER_PERIOD_MS[tier], tickMs);
  const slots = options.collectors.map((collector) => new Slot(collector, clock, periodOf(collector.tier)));
  /** Slots whose metrics nobody needs at present. */
  let idle: ReadonlySet<Slot> = new Set();
  /** Slots that are read once more as soon as they have ended. */
  const repeated = new Set<Slot>();
  const setPeriod = (slot: Slot): void => {
    const own = periodOf(slot.tier);
    slot.periodMs = idle.has(slot) ? Math.max(own, TIER_PERIOD_MS.slow) : own;
  };
  const stats = (): CollectorStats[] => slots.map((slot) => slot.stats());

  function deliver(samples: readonly Sample[], at: number): void {
    if (samples.length > 0) options.onReadings?.(samples.map((sample) => stamp(sample, at)));
    tellStats();
  }

  function tellStats(): void {
    if (!options.onStats) return;
    const now = clock.monotonic();
    const states = slots.map(({ state }) => (state === 'running' ? 'idle' : state)).join();
    if (states === lastStates && now - lastStatsAt < STATS_PERIOD_MS) return;
    lastStates = states;
    lastStatsAt = now;
    options.onStats(stats());
  }

  /** Ticks at a time, and from then on. One timer that repeats: setting one at every tick wakes the process once more. */
  function tickFrom(at: number): void {
    plannedTick = at;
    const wait = Math.max(0, at - clock.monotonic());
    cancelTick = clock.setTimer(() => {
      cancelTick = clock.every(tickMs, tick);
      tick();
    }, wait);
  }

  function tick(): void {
    const now = clock.monotonic();
    if (now - plannedTick > OVERSLEPT_PERIODS * tickMs) forget();
    plannedTick = now + tickMs;
    // Half a tick of slack: a slower tier belongs to the tick nearest to its time.
    const due = slots.filter((slot) => slot.dueAt <= now + tickMs / 2);
    for (const slot of due) slot.dueAt = now + slot.periodMs;
    collect(due, now);
  }

  /** @param until monotonic time of the tick that is near enough to do without */
  function warmUp(until: number): void {
    cancelWarmUp = clock.setTimer(() => {
      const now = clock.monotonic();
      if (until - now < WARM_UP_MS / 2) return;
      const cold = slots.filter((slot) => slot.isWarmingUp && isQuick(slot) && slot.canRun(now));
      if (cold.length > 0) collect(cold, now);
      warmUp(until);
    }, WARM_UP_MS);
  }

  function collect(due: readonly Slot[], now: number, onDemand = false): void {
    // What an earlier batch has so far goes first, so that time never goes back.
    closeOpen();
    const startedIn = era;
    const at = clock.wall();
    const batch: Sample[] = [];
    let waitingFor = 0;
    let open = true;
    let cancelGrace = (): void => undefined;
    const close = (): void => {
      if (!open || startedIn !== era) return;
      open = false;
      cancelGrace();
      deliver(batch, at);
    };
    for (const slot of due) {
      const answer =
        quiet && slot.isHeavy && !onDemand
          ? slot.waiting(now)
          : slot.canRun(now)
            ? slot.run()
            : slot.standing();
      if (!(answer instanceof Promise)) {
        batch.push(...answer);
        continue;
      }
      waitingFor += 1;
      void answer.then((samples) => {
        if (startedIn !== era) return;
        if (!open) return deliver(samples, clock.wall());
        batch.push(...samples);
        waitingFor -= 1;
        if (waitingFor === 0) close();
      });
    }
    if (waitingFor === 0) {
      deliver(batch, at);
      return;
    }
    closeOpen = close;
    afterMicrotasks(() => {
      if (open && startedIn === era) cancelGrace = clock.setTimer(close, BATCH_GRACE_MS);
    });
  }

  function forget(): void {
    for (const slot of slots) slot.reset();
  }

  function repeat(slot: Slot, underWay: Promise<unknown>): void {
    if (repeated.has(slot)) return;
    repeated.add(slot);
    const askedIn = era;
    void underWay.then(() => {
      repeated.delete(slot);
      if (askedIn === era) collect([slot], clock.monotonic(), true);
    });
  }

  function pause(): void {
    era += 1;
    cancelTick?.();
    cancelTick = null;
    cancelWarmUp?.();
    for (const slot of slots) slot.cancel();
  }

  function beginAt(at: number): void {
    for (const slot of slots) slot.dueAt = at;
    tickFrom(at);
  }

  return {
    start() {
      if (cancelTick !== null) return;
      const now = clock.monotonic();
      beginAt(now);
      warmUp(now + tickMs);
    },
    configure(settings) {
      tickMs = settings.tickMs;
      const now = clock.monotonic();
      for (const slot of slots) {
        setPeriod(slot);
        slot.dueAt = Math.min(slot.dueAt, now + slot.periodMs);
      }
      if (cancelTick === null) return;
      cancelTick();
      tickFrom(Math.min(plannedTick, now + tickMs));
    },
    setQuiet(on) {
      if (quiet && !on) for (const slot of slots) if (slot.hasWaited) slot.dueAt = clock.monotonic();
      quiet = on;
    },
    setIdle(metrics) {
      const before = idle;
      idle = new Set(slots.filter((slot) => slot.servesOnly(metrics)));
      for (const slot of slots) {
        setPeriod(slot);
        if (before.has(slot) && !idle.has(slot)) slot.dueAt = clock.monotonic();
      }
    },
    readNow(metrics) {
      if (cancelTick === null) return;
      const now = clock.monotonic();
      const asked = slots.filter((slot) => slot.serves(metrics));
      for (const slot of asked) {
        slot.dueAt = now + slot.periodMs;
        if (slot.underWay !== null) repeat(slot, slot.underWay);
      }
      const free = asked.filter(({ underWay }) => underWay === null);
      if (free.length > 0) collect(free, now, true);
    },
    suspend: pause,
    resume() {
      if (cancelTick !== null) return;
      forget();
      beginAt(clock.monotonic() + tickMs);
    },
    async runOnce() {
      const now = clock.monotonic();
      const at = clock.wall();
      const results = await Promise.all(
        slots.map((slot) => (slot.canRun(now) ? slot.run() : slot.standing())),
      );
      return results.flat().map((sample) => stamp(sample, at));
    },
    stats,
    raws: () => slots.flatMap(({ id, raw }) => (raw === null ? [] : [{ id, ...raw }])),
    stop() {
      pause();
      for (const slot of slots) slot.dispose();
    },
  };
}

/**
 * Runs something once every promise that waits for nothing else has gone through. A timer that was set for them would
 * wake the process even though it is cancelled by then.
 */
function afterMicrotasks(run: () => void): void {
  queueMicrotask(() => process.nextTick(run));
}

const isQuick = ({ tier }: Slot): boolean => tier === 'fast' || tier === 'medium';
