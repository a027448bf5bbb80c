import type { SeriesAnswer } from '../../shared/history/series.js';

/** Gathers what was read into rows of the answer, which come in the order of time. */
export class Columns {
  private readonly at: number[] = [];
  private readonly min: number[] = [];
  private readonly mean: number[] = [];
  private readonly max: number[] = [];
  private readonly known: number[] = [];
  private readonly unknown: number[] = [];

  /** @param step width of a row, ms; 0: each reading is one */
  constructor(private readonly step: number) {}

  /** Counts in what one stretch of time holds. Without a known reading, `min`, `mean` and `max` are not looked at. */
  add(time: number, known: number, unknown: number, min: number, mean: number, max: number): void {
    const at = this.step === 0 ? time : Math.floor(time / this.step) * this.step;
    const last = this.at.length - 1;
    if (last < 0 || this.step === 0 || this.at[last] !== at) {
      this.at.push(at);
      this.known.push(known);
      this.unknown.push(unknown);
      this.min.push(min);
      this.mean.push(mean);
      this.max.push(max);
      return;
    }
    this.unknown[last] = (this.unknown[last] ?? 0) + unknown;
    if (known > 0) this.merge(last, known, min, mean, max);
  }

  private merge(last: number, known: number, min: number, mean: number, max: number): void {
    const before = this.known[last] ?? 0;
    const all = before + known;
    this.known[last] = all;
    this.mean[last] = ((this.mean[last] ?? 0) * before + mean * known) / all;
    this.min[last] = before > 0 ? Math.min(this.min[last] ?? min, min) : min;
    this.max[last] = before > 0 ? Math.max(this.max[last] ?? max, max) : max;
  }

  /** The rows so far. */
  get answer(): Omit<SeriesAnswer, 'level' | 'stepMs'> {
    const values = (numbers: readonly number[]): (number | null)[] =>
      numbers.map((value, index) => (this.known[index] === 0 ? null : exact(value)));
    return {
      at: this.at,
      min: values(this.min),
      avg: values(this.mean),
      max: values(this.max),
      known: this.known,
      unknown: this.unknown,
    };
  }
}

/** A 32-bit float has seven digits; the rest is noise: 45.3 was stored, 45.29999923706055 read. */
function exact(value: number): number {
  return Number(value.toPrecision(7));
}
