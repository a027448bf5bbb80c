import { METRICS, type MetricId } from '../../shared/metrics/dictionary.js';
import type { MissingCode, Reading } from '../../shared/metrics/reading.js';

/** What the pages cost together. */
export interface PageCost {
  /** % of one core; null: not known yet. */
  readonly cpu: number | null;
  /** Bytes. */
  readonly memory: number;
}

/** What a meter measures with. */
export interface SelfMeterOptions {
  /** What the open pages cost now; null: none is open. */
  readonly pages: () => PageCost | null;
  /** Monotonic clock, ms, the same one in all processes of this computer. */
  readonly clock?: () => number;
  /** Processor time of this process, ms. */
  readonly cpuMs?: () => number;
}

/** Two looks at the processor time that are closer than this, ms, say nothing (ours). */
const APART_MS = 1_000;

type Value = number | MissingCode;

/**
 * What the processes cost that the sampler does not see: main, and its pages while they are open. It has no timer, the
 * sampler's word about itself is its clock. The delay is the longest time that a message of the sampler waited: who
 * samples the event loop wakes it more often than all the rest of this program.
 */
export class SelfMeter {
  private readonly clock: () => number;
  private readonly cpuMs: () => number;
  private last: { readonly at: number; readonly cpuMs: number } | undefined;
  private delay: number | undefined;
  private hadPages = false;

  constructor(private readonly options: SelfMeterOptions) {
    this.clock = options.clock ?? monotonicMs;
    this.cpuMs = options.cpuMs ?? ownCpuMs;
  }

  /** A message came. @param sentAt when it was sent, by the same clock; undefined: not known */
  noteArrival(sentAt: number | undefined): void {
    if (sentAt === undefined) return;
    this.delay = Math.max(this.delay ?? 0, this.clock() - sentAt);
  }

  /** Main's own readings beside those of a tick; none where the sampler does not tell of itself. */
  beside(readings: readonly Reading[]): Reading[] {
    const own = readings.find(({ metric }) => metric === 'self.cpu');
    if (own === undefined) return [];
    const now = { at: this.clock(), cpuMs: this.cpuMs() };
    const elapsed = this.last === undefined ? undefined : now.at - this.last.at;
    if (elapsed !== undefined && elapsed < APART_MS) return [];
    const busy = now.cpuMs - (this.last?.cpuMs ?? 0);
    const main = {
      cpu: elapsed === undefined ? 'warming-up' : (100 * busy) / elapsed,
      memory: process.memoryUsage.rss(),
      delay: this.delay ?? 'warming-up',
    } as const;
    this.last = now;
    this.delay = undefined;
    return [...describe('main', own.at, main), ...this.pages(own.at)];
  }

  private pages(at: number): Reading[] {
    const cost = this.options.pages();
    const { hadPages } = this;
    this.hadPages = cost !== null;
    if (cost) return describe('page', at, { cpu: cost.cpu ?? 'warming-up', memory: cost.memory });
    return hadPages ? describe('page', at, { cpu: 'not-present', memory: 'not-present' }) : [];
  }
}

/** The readings of one process of ours. */
function describe(
  instance: string,
  at: number,
  { cpu, memory, delay }: { readonly cpu: Value; readonly memory: Value; readonly delay?: Value },
): Reading[] {
  const reading = (metric: MetricId, value: Value): Reading => {
    const { unit } = METRICS[metric];
    const series = { metric, instance, unit, at, source: `${instance} process` };
    return typeof value === 'number' ? { ...series, value } : { ...series, value: null, missing: value };
  };
  return [
    reading('self.cpu', cpu),
    reading('self.memory', memory),
    ...(delay === undefined ? [] : [reading('self.delay', delay)]),
  ];
}

/** The system's monotonic clock, ms: unlike that of `performance`, it is the same one for every process. */
const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
