/** Tells any number of listeners about something. */
export class Emitter<T> {
  private readonly listeners = new Set<(value: T) => void>();

  /** Whether anybody listens: what nobody hears need not be computed. */
  get isHeard(): boolean {
    return this.listeners.size > 0;
  }

  /** @returns a function that ends the subscription */
  on(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of this.listeners) listener(value);
  }
}
