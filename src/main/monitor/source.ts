import type { ProgramUse } from '../../shared/health/state.js';
import type { MetricId } from '../../shared/metrics/dictionary.js';
import type { ProgramKind, SamplerCommand } from '../../shared/sampler/protocol.js';

/** How often and against what this machine is measured. */
export type SamplerConfiguration = Extract<SamplerCommand, { type: 'configure' }>;

/** Where readings come from: the sampler process, or a trace. */
export interface Source {
  start(): void;
  /** The machine goes to sleep. */
  suspend(): void;
  /** The machine is awake again. */
  resume(): void;
  /** Measures otherwise from now on; a trace is as it was recorded. */
  configure(configuration: SamplerConfiguration): void;
  /** Lets dear collectors wait, or go on. */
  setQuiet(quiet: boolean): void;
  /** Whether somebody looks: only then must every reading be told at once, judged good or not. */
  setWatched(watched: boolean): void;
  /** Asks how the collectors have been doing, and with `raw` what their sources last said; the report hears it. */
  report(raw: boolean): void;
  /** Reads these metrics now. @returns whether anybody is there to read them */
  readNow(metrics: readonly MetricId[]): boolean;
  /** The programs that take most of something now, worst first; empty where nobody can tell. */
  programs(kind: ProgramKind): Promise<readonly ProgramUse[]>;
  /** Begins with a new sampler process. */
  restart(): void;
  stop(): void;
}
