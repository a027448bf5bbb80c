import { KWeighting } from './k-weighting.js';

/** Blocks quieter than this never count, LUFS (ITU-R BS.1770-4). */
const ABSOLUTE_GATE_LUFS = -70;
/** Blocks this far below the mean of those that passed the absolute gate don't count either, LU. */
const RELATIVE_GATE_LU = -10;
/** Gating blocks of 400 ms that overlap by 75 %: four steps of 100 ms. */
const STEPS_PER_BLOCK = 4;
const STEPS_PER_SECOND = 10;

const lufs = (power: number) => -0.691 + 10 * Math.log10(power);
const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Integrated loudness after ITU-R BS.1770-4, one or two channels of weight 1, fed in blocks of any length. */
export class LoudnessMeter {
  private readonly filters: KWeighting[];
  /** Mean squares of finished steps, summed over the channels. */
  private readonly steps: number[] = [];
  private sum = 0;
  private count = 0;
  private total = 0;
  private nextEnd: number;

  /** @param sampleRate Hz */
  constructor(
    private readonly sampleRate: number,
    channels: number,
  ) {
    this.filters = Array.from({ length: channels }, () => new KWeighting(sampleRate));
    this.nextEnd = this.endOfStep(1);
  }

  /** Takes one block: samples by channel, all of one length. */
  push(channels: readonly Float32Array[]): void {
    const length = channels[0]?.length ?? 0;
    for (let i = 0; i < length; i++) {
      let power = 0;
      for (let c = 0; c < this.filters.length; c++) {
        const y = this.filters[c]?.next(channels[c]?.[i] ?? 0) ?? 0;
        power += y * y;
      }
      this.take(power);
    }
  }

  /** Loudness of everything so far, LUFS; null: shorter than a block, or nothing louder than the absolute gate. */
  integrated(): number | null {
    const blocks = this.blocks();
    const heard = blocks.filter((power) => power > 0 && lufs(power) > ABSOLUTE_GATE_LUFS);
    if (heard.length === 0) return null;
    const gate = lufs(mean(heard)) + RELATIVE_GATE_LU;
    const counted = heard.filter((power) => lufs(power) > gate);
    return counted.length === 0 ? null : lufs(mean(counted));
  }

  private take(power: number): void {
    this.sum += power;
    this.count += 1;
    this.total += 1;
    if (this.total < this.nextEnd) return;
    this.steps.push(this.sum / this.count);
    this.sum = 0;
    this.count = 0;
    this.nextEnd = this.endOfStep(this.steps.length + 1);
  }

  /** 100 ms are no whole number of samples at 11,025 Hz: ends are rounded, so that no error adds up. */
  private endOfStep(step: number): number {
    return Math.round((step * this.sampleRate) / STEPS_PER_SECOND);
  }

  private blocks(): number[] {
    const blocks: number[] = [];
    for (let i = STEPS_PER_BLOCK; i <= this.steps.length; i++)
      blocks.push(mean(this.steps.slice(i - STEPS_PER_BLOCK, i)));
    return blocks;
  }
}
