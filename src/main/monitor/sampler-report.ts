import type { CollectorStats, SamplerMessage } from '../../shared/sampler/protocol.js';

/** What the sampler last said about itself, for the diagnostics: only the last of everything is kept. */
export class SamplerReport {
  private process: number | null = null;
  private last: readonly CollectorStats[] = [];
  private lastAt: number | null = null;

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
    }
  }
}
