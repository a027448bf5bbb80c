import type { ProcessMetric } from 'electron';
import type { ProcessCost } from '../../shared/diagnostics/view.js';

/** The figures of a process that are read here. */
export type ProcessFigures = Pick<ProcessMetric, 'pid' | 'type' | 'name' | 'serviceName'> & {
  readonly cpu: Pick<ProcessMetric['cpu'], 'percentCPUUsage'>;
  readonly memory: Pick<ProcessMetric['memory'], 'workingSetSize'>;
};

/** Two looks closer than this, ms, are one; further apart than that, the CPU figure would be of an hour ago. */
const APART = { least: 1_000, most: 15_000 };

/** Measures what our processes cost; each figure of CPU is that since the look before. */
export class OwnCosts {
  private lookedAt = Number.NEGATIVE_INFINITY;
  private last: readonly ProcessCost[] = [];
  private known = new Set<number>();

  /**
   * @param read figures of all our processes
   * @param cores number of cores that the system's CPU figure is spread over
   * @param samplerName name of the sampler's process
   */
  constructor(
    private readonly read: () => readonly ProcessFigures[],
    private readonly cores: number,
    private readonly samplerName: string,
  ) {}

  /** The figures of now. @param now any monotonic clock, ms */
  look(now: number): readonly ProcessCost[] {
    const apart = now - this.lookedAt;
    if (apart < APART.least) return this.last;
    this.lookedAt = now;
    const figures = this.read();
    // The first figure of a process covers no time, or its whole life.
    const isKnown = (pid: number): boolean => apart <= APART.most && this.known.has(pid);
    this.last = figures.map((one) => ({
      pid: one.pid,
      kind: this.kindOf(one),
      cpu: isKnown(one.pid) ? one.cpu.percentCPUUsage * this.cores : null,
      memory: one.memory.workingSetSize * 1_024,
    }));
    this.known = new Set(figures.map(({ pid }) => pid));
    return this.last;
  }

  /** What the pages cost together now; null: none is open. @param now any monotonic clock, ms */
  pages(now: number): Pick<ProcessCost, 'cpu' | 'memory'> | null {
    const pages = this.look(now).filter(({ kind }) => kind === 'page');
    if (pages.length === 0) return null;
    const known = pages.every(({ cpu }) => cpu !== null);
    return {
      cpu: known ? pages.reduce((sum, { cpu }) => sum + (cpu ?? 0), 0) : null,
      memory: pages.reduce((sum, { memory }) => sum + memory, 0),
    };
  }

  private kindOf({ type, name, serviceName }: ProcessFigures): ProcessCost['kind'] {
    if (type === 'Browser') return 'main';
    if (type === 'Tab') return 'page';
    if (type === 'GPU') return 'gpu';
    if (name === this.samplerName) return 'sampler';
    return serviceName === 'network.mojom.NetworkService' ? 'network' : 'other';
  }
}
