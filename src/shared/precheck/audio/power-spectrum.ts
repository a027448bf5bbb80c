import { Fft } from './fft.js';

/** Widest distance of two bins, Hz: 50 and 60 Hz must not share one. */
const RESOLUTION_HZ = 3;

/**
 * Mean power spectrum by Welch's method: Hann windows that overlap by half, averaged. The bins are scaled so that their
 * sum is the mean square of the signal.
 */
export class PowerSpectrum {
  private readonly fft: Fft;
  private readonly window: Float64Array;
  private readonly ring: Float64Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;
  private readonly sums: Float64Array;
  private readonly scale: number;
  private filled = 0;
  private segments = 0;
  /** Distance of two bins, Hz. */
  readonly binHz: number;

  /** @param sampleRate Hz */
  constructor(sampleRate: number) {
    const size = 2 ** Math.ceil(Math.log2(sampleRate / RESOLUTION_HZ));
    this.binHz = sampleRate / size;
    this.fft = new Fft(size);
    this.window = Float64Array.from(
      { length: size },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size),
    );
    this.ring = new Float64Array(size);
    this.re = new Float64Array(size);
    this.im = new Float64Array(size);
    this.sums = new Float64Array(size / 2 + 1);
    const windowPower = this.window.reduce((sum, w) => sum + w * w, 0);
    this.scale = 1 / (size * windowPower);
  }

  /** Takes one block of samples. */
  push(samples: Float32Array): void {
    const size = this.fft.size;
    for (const x of samples) {
      this.ring[this.filled++] = x;
      if (this.filled < size) continue;
      this.addSegment();
      this.ring.copyWithin(0, size / 2);
      this.filled = size / 2;
    }
  }

  /** Segments averaged so far; without one there is no spectrum. */
  get averaged(): number {
    return this.segments;
  }

  /** Mean square by bin, bin i at i × binHz; null: the signal was shorter than one segment. */
  powers(): Float64Array | null {
    return this.segments === 0 ? null : this.sums.map((sum) => sum / this.segments);
  }

  private addSegment(): void {
    const { re, im, ring, window, sums } = this;
    for (let i = 0; i < ring.length; i++) re[i] = (ring[i] ?? 0) * (window[i] ?? 0);
    im.fill(0);
    this.fft.transform(re, im);
    const last = sums.length - 1;
    for (let i = 0; i <= last; i++) {
      const power = ((re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2) * this.scale;
      // A real signal has each frequency twice, but for the two ends.
      sums[i] = (sums[i] ?? 0) + (i === 0 || i === last ? power : 2 * power);
    }
    this.segments += 1;
  }
}
