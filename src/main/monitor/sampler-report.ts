import type { CollectorStats, RawOutput, SamplerMessage } from '../../shared/sampler/protocol.js';

/** What the sampler last said about itself, for the diagnostics: only the last of everything is kept. */
export class SamplerReport {
  private process: number | null = null;
  private last: readonly CollectorStats[] = [];
  private lastAt: number | null = null;
  private lastRaws: readonly RawOutput[] = [];
  private readonly waiting = new Set<() => void>();

  /** Id of its process; null before its first message. */
  get pid(): number | null {
    return this.process;
  }

  /** How its collectors have been doing, as of {@link at}. */
  get collectors(): readonly CollectorStats[] {
    return this.last;
  }

  /** When it told that, ms since 1970; null: not yet. */
  get at(): number | null {
    return this.lastAt;
  }

  /** What the sources of its collectors last said, as of the last time it was asked. */
  get raws(): readonly RawOutput[] {
    return this.lastRaws;
  }

  /** What the sources say now, once the process was asked; after that time, what they said before. */
  async nextRaws(withinMs: number): Promise<readonly RawOutput[]> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, withinMs);
      this.waiting.add(done);
    });
    return this.lastRaws;
  }

  /** Takes note of a message. */
  note(message: SamplerMessage, at: number): void {
    if (message.type === 'ready') {
      this.process = message.pid;
      // Another process counts from nothing; the old numbers would look like its own.
      this.last = [];
      this.lastAt = null;
    } else if (message.type === 'stats') {
      this.last = message.collectors;
      this.lastAt = at;
    } else if (message.type === 'raw') {
      this.lastRaws = message.outputs;
      for (const done of [...this.waiting]) done();
    }
  }
}
