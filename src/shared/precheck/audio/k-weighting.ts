import { Biquad, type Coefficients } from './biquad.js';

/*
 * ITU-R BS.1770-4, annex 1 gives the two filters as coefficients at 48 kHz only. The analogue prototypes behind them
 * (corner, gain, Q), carried to any rate by the bilinear transform, give those coefficients back at 48 kHz; the tests
 * hold them to the table of the recommendation.
 */
const SHELF = { hz: 1681.974450955533, gainDb: 3.999843853973347, q: 0.7071752369554196 };
const SHELF_BAND_EXPONENT = 0.4996667741545416;
const HIGH_PASS = { hz: 38.13547087602444, q: 0.5003270373238773 };

/** First stage: the shelf for the effect of a head. @param sampleRate Hz */
export function shelfCoefficients(sampleRate: number): Coefficients {
  const k = Math.tan((Math.PI * SHELF.hz) / sampleRate);
  const high = 10 ** (SHELF.gainDb / 20);
  const band = high ** SHELF_BAND_EXPONENT;
  const a0 = 1 + k / SHELF.q + k * k;
  return {
    b0: (high + (band * k) / SHELF.q + k * k) / a0,
    b1: (2 * (k * k - high)) / a0,
    b2: (high - (band * k) / SHELF.q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / SHELF.q + k * k) / a0,
  };
}

/** Second stage: the high-pass. @param sampleRate Hz */
export function highPassCoefficients(sampleRate: number): Coefficients {
  const k = Math.tan((Math.PI * HIGH_PASS.hz) / sampleRate);
  const a0 = 1 + k / HIGH_PASS.q + k * k;
  return { b0: 1, b1: -2, b2: 1, a1: (2 * (k * k - 1)) / a0, a2: (1 - k / HIGH_PASS.q + k * k) / a0 };
}

/** The K-weighting filter of one channel. */
export class KWeighting {
  private readonly shelf: Biquad;
  private readonly highPass: Biquad;

  /** @param sampleRate Hz */
  constructor(sampleRate: number) {
    this.shelf = new Biquad(shelfCoefficients(sampleRate));
    this.highPass = new Biquad(highPassCoefficients(sampleRate));
  }

  /** Filters one sample. */
  next(x: number): number {
    return this.highPass.next(this.shelf.next(x));
  }
}
