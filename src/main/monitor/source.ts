/** Where readings come from: the sampler process, or a trace. */
export interface Source {
  start(): void;
  /** The machine goes to sleep. */
  suspend(): void;
  /** The machine is awake again. */
  resume(): void;
  stop(): void;
}
