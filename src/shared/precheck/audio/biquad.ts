/** Coefficients of a second-order filter, a0 = 1. */
export interface Coefficients {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** A second-order filter with its state (transposed direct form II: two numbers, well-behaved in double precision). */
export class Biquad {
  private s1 = 0;
  private s2 = 0;

  constructor(private readonly c: Coefficients) {}

  /** Filters one sample. */
  next(x: number): number {
    const { b0, b1, b2, a1, a2 } = this.c;
    const y = b0 * x + this.s1;
    this.s1 = b1 * x - a1 * y + this.s2;
    this.s2 = b2 * x - a2 * y;
    return y;
  }
}
