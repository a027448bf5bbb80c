/** Mean of the values that are known. */
export class MeanOfKnown {
  private sum = 0;
  private count = 0;

  /** Takes a value; null is left out. */
  add(value: number | null): void {
    if (value === null) return;
    this.sum += value;
    this.count += 1;
  }

  /** The mean, times a factor; null: no value was known. */
  value(factor = 1): number | null {
    return this.count === 0 ? null : (factor * this.sum) / this.count;
  }
}
