import { amplitudeDb, powerDb } from './decibels.js';

/** A sample this large is at full scale: 0.999 leaves room for converters that stop one step short (precheck: webrtc/testrtc). */
export const FULL_SCALE = 0.999;
/** So many samples at full scale in a row are a clipped wave; a true peak may touch it for less (webrtc/testrtc: more than 6). */
export const CLIP_RUN_SAMPLES = 7;

/** Peak, level, clipping and digital silence of one channel, fed in blocks of any length. */
export class ChannelLevels {
  private peak = 0;
  private squares = 0;
  private count = 0;
  private clipRun = 0;
  private clipRuns = 0;
  private zeroRun = 0;
  private longestZeroRun = 0;

  /** Takes one block of samples. */
  push(samples: Float32Array): void {
    for (const x of samples) {
      const size = Math.abs(x);
      if (size > this.peak) this.peak = size;
      this.squares += x * x;
      this.clipRun = size >= FULL_SCALE ? this.clipRun + 1 : 0;
      if (this.clipRun === CLIP_RUN_SAMPLES) this.clipRuns += 1;
      this.zeroRun = x === 0 ? this.zeroRun + 1 : 0;
      if (this.zeroRun > this.longestZeroRun) this.longestZeroRun = this.zeroRun;
    }
    this.count += samples.length;
  }

  /** Samples taken. */
  get samples(): number {
    return this.count;
  }

  /** Highest sample, dBFS. */
  get peakDb(): number {
    return amplitudeDb(this.peak);
  }

  /** RMS level of everything, dBFS (a full-scale sine is at −3). */
  get rmsDb(): number {
    return powerDb(this.count === 0 ? 0 : this.squares / this.count);
  }

  /** Runs of {@link CLIP_RUN_SAMPLES} or more samples at full scale. */
  get clipped(): number {
    return this.clipRuns;
  }

  /** Longest run of samples that are exactly zero. */
  get zeros(): number {
    return this.longestZeroRun;
  }
}
