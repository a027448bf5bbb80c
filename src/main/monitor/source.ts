import type { SamplerCommand } from '../../shared/sampler/protocol.js';

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
  stop(): void;
}
