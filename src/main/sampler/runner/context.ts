import { RAW_LIMIT, type ReadContext } from '../collector.js';

/** An abort signal that is only made when somebody asks for it: most collectors never do, and it is dear. */
export class LazyAbort {
  #controller: AbortController | null = null;
  #aborted = false;

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#aborted) this.#controller.abort();
    return this.#controller.signal;
  }

  abort(): void {
    this.#aborted = true;
    this.#controller?.abort();
  }
}

/** What one run of a collector is given. */
export class RunContext implements ReadContext {
  readonly #abort: LazyAbort;
  readonly at: number;
  readonly monotonic: number;
  #raw = '';

  constructor(abort: LazyAbort, at: number, monotonic: number) {
    this.#abort = abort;
    this.at = at;
    this.monotonic = monotonic;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** A property and no method: collectors take it out of their context. */
  readonly raw = (text: string): void => {
    this.#raw = (this.#raw + text).slice(0, RAW_LIMIT);
  };

  /** What was kept by {@link raw}; empty: nothing. */
  get rawText(): string {
    return this.#raw;
  }
}
