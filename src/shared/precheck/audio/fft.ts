/**
 * Radix-2 transform of a fixed size, in place and without allocation. Own code: shared code takes no package but zod,
 * and one size of one kind is all that the spectrum needs.
 */
export class Fft {
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  private readonly reversed: Uint32Array;

  /** @param size a power of two, 2 or more */
  constructor(readonly size: number) {
    if (size < 2 || (size & (size - 1)) !== 0) throw new RangeError(`${size} is no power of two`);
    this.cos = new Float64Array(size / 2);
    this.sin = new Float64Array(size / 2);
    for (let i = 0; i < size / 2; i++) {
      this.cos[i] = Math.cos((2 * Math.PI * i) / size);
      this.sin[i] = Math.sin((2 * Math.PI * i) / size);
    }
    const bits = Math.log2(size);
    this.reversed = new Uint32Array(size);
    for (let i = 1; i < size; i++)
      this.reversed[i] = (this.at(this.reversed, i >> 1) >> 1) | ((i & 1) << (bits - 1));
  }

  /** Transforms `size` complex values in place. */
  transform(re: Float64Array, im: Float64Array): void {
    this.permute(re);
    this.permute(im);
    for (let half = 1; half < this.size; half *= 2) this.combine(re, im, half);
  }

  private combine(re: Float64Array, im: Float64Array, half: number): void {
    const step = this.size / (2 * half);
    for (let start = 0; start < this.size; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const c = this.at(this.cos, k * step);
        const s = this.at(this.sin, k * step);
        const low = start + k;
        const high = low + half;
        const hr = this.at(re, high);
        const hi = this.at(im, high);
        const tr = hr * c + hi * s;
        const ti = hi * c - hr * s;
        const lr = this.at(re, low);
        const li = this.at(im, low);
        re[low] = lr + tr;
        im[low] = li + ti;
        re[high] = lr - tr;
        im[high] = li - ti;
      }
    }
  }

  private permute(values: Float64Array): void {
    for (let i = 0; i < this.size; i++) {
      const j = this.at(this.reversed, i);
      if (j <= i) continue;
      const kept = this.at(values, i);
      values[i] = this.at(values, j);
      values[j] = kept;
    }
  }

  /** Every index above is inside by construction; the compiler can't know. */
  private at(values: Float64Array | Uint32Array, i: number): number {
    return values[i] as number;
  }
}
