/** Takes a number of probes to send together. */
type Listener = (probes: number) => void;

/**
 * The pace of steady probing, given by somebody who is awake anyway: a process that wakes up for every single probe
 * spends more on waking than on probing.
 */
export class Beat {
  readonly #listeners = new Set<Listener>();

  /** Calls `listener` at every beat. @returns a function that ends this */
  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Beats. @param probes how many are due since the last beat */
  give(probes: number): void {
    for (const listener of this.#listeners) listener(probes);
  }
}
