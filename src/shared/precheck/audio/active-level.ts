import { powerDb, SILENCE_DB } from './decibels.js';

/** Smoothing of the envelope and the time that a pause still counts as speech, s (ITU-T P.56, method B). */
const ENVELOPE_S = 0.03;
const HANGOVER_S = 0.2;
/** The level must stand this far above the threshold that finds it, dB (P.56). */
const MARGIN_DB = 15.9;
/** Thresholds one bit apart, from half of full scale down to −90 dBFS. */
const THRESHOLDS = 15;

/**
 * Level while somebody speaks, after ITU-T P.56, method B: pauses longer than a hangover don't count. Of a sound without
 * pauses it is the RMS level.
 */
export class ActiveLevel {
  private readonly smoothing: number;
  private readonly hangover: number;
  private readonly active = new Float64Array(THRESHOLDS);
  private readonly sinceAbove = new Float64Array(THRESHOLDS).fill(Infinity);
  private readonly thresholds = Float64Array.from({ length: THRESHOLDS }, (_, i) => 2 ** (i - THRESHOLDS));
  private first = 0;
  private second = 0;
  private squares = 0;
  private count = 0;

  /** @param sampleRate Hz */
  constructor(sampleRate: number) {
    this.smoothing = Math.exp(-1 / (ENVELOPE_S * sampleRate));
    this.hangover = HANGOVER_S * sampleRate;
  }

  /** Takes one block of samples. */
  push(samples: Float32Array): void {
    for (const x of samples) {
      this.squares += x * x;
      this.first = this.smoothing * this.first + (1 - this.smoothing) * Math.abs(x);
      this.second = this.smoothing * this.second + (1 - this.smoothing) * this.first;
      this.countActive(this.second);
    }
    this.count += samples.length;
  }

  /** Active level in dBFS; null: nothing was taken yet. */
  level(): number | null {
    if (this.count === 0) return null;
    let above: { level: number; excess: number } | undefined;
    for (let i = 0; i < THRESHOLDS; i++) {
      const active = this.active[i] ?? 0;
      if (active === 0) break;
      const level = powerDb(this.squares / active);
      const excess = level - 20 * Math.log10(this.thresholds[i] ?? 1) - MARGIN_DB;
      if (excess <= 0) return above ? between(above, { level, excess }) : level;
      above = { level, excess };
    }
    return above?.level ?? SILENCE_DB;
  }

  private countActive(envelope: number): void {
    for (let i = 0; i < THRESHOLDS; i++) {
      if (envelope >= (this.thresholds[i] ?? 1)) this.sinceAbove[i] = 0;
      else this.sinceAbove[i] = (this.sinceAbove[i] ?? 0) + 1;
      // A higher threshold is passed later and left earlier: where this one is at rest, the others are too.
      if ((this.sinceAbove[i] ?? 0) >= this.hangover) return;
      this.active[i] = (this.active[i] ?? 0) + 1;
    }
  }
}

/** Where the margin is met between two thresholds, by a straight line. */
function between(above: { level: number; excess: number }, below: { level: number; excess: number }): number {
  const share = above.excess / (above.excess - below.excess);
  return above.level + share * (below.level - above.level);
}
