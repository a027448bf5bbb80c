import { powerDb } from './decibels.js';

/** Length of one value, s: fine enough for a word, coarse enough for a record. */
const STEP_S = 0.1;

/** Level over time in steps of 100 ms, and what can be told from their spread. */
export class LevelTrack {
  private readonly powers: number[] = [];
  private squares = 0;
  private count = 0;
  private total = 0;

  /** @param sampleRate Hz */
  constructor(private readonly sampleRate: number) {}

  /** Takes one block of samples. */
  push(samples: Float32Array): void {
    for (const x of samples) {
      this.squares += x * x;
      this.count += 1;
      this.total += 1;
      if (this.total >= Math.round((this.powers.length + 1) * STEP_S * this.sampleRate)) this.finishStep();
    }
  }

  /** Seconds that the finished steps are about. */
  get seconds(): number {
    return this.powers.length * STEP_S;
  }

  /** RMS levels of the finished steps, dBFS, oldest first. */
  levels(): number[] {
    return this.powers.map(powerDb);
  }

  /** Level of the last finished step, dBFS; null before the first. For a meter. */
  latest(): number | null {
    const power = this.powers.at(-1);
    return power === undefined ? null : powerDb(power);
  }

  /** Level below which the given share (0…1) of the steps lies, dBFS; null before the first. */
  quantile(share: number): number | null {
    if (this.powers.length === 0) return null;
    const sorted = [...this.powers].sort((a, b) => a - b);
    return powerDb(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  }

  private finishStep(): void {
    this.powers.push(this.squares / this.count);
    this.squares = 0;
    this.count = 0;
  }
}
