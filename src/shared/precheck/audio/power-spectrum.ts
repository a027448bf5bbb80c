import { Fft } from './fft.js';

/** Widest distance of two bins, Hz: 50 and 60 Hz must not share one. */
const RESOLUTION_HZ = 3;

interface Segment {
  readonly power: number;
  readonly bins: Float32Array;
}

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
  private readonly scale: number;
  private readonly segments: Segment[] = [];
  private filled = 0;
  /** Distance of two bins, Hz. */
  readonly binHz: number;

  /**
   * @param sampleRate Hz
   * @param share of the windows that is averaged, the quietest first, above 0 to 1: what is heard in the others alone,
   * as somebody who speaks too early, is left out
   */
  constructor(
    sampleRate: number,
    private readonly share = 1,
  ) {
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

  /** Mean square by bin, bin i at i × binHz; null: the signal was shorter than one window. */
  powers(): Float64Array | null {
    if (this.segments.length === 0) return null;
    const quietest = this.segments.toSorted((a, b) => a.power - b.power);
    const averaged = quietest.slice(0, Math.ceil(this.share * quietest.length));
    return Float64Array.from(
      { length: this.fft.size / 2 + 1 },
      (_, i) => averaged.reduce((sum, { bins }) => sum + (bins[i] ?? 0), 0) / averaged.length,
    );
  }

  private addSegment(): void {
    const { re, im, ring, window } = this;
    for (let i = 0; i < ring.length; i++) re[i] = (ring[i] ?? 0) * (window[i] ?? 0);
    im.fill(0);
    this.fft.transform(re, im);
    const last = ring.length / 2;
    // A real signal has each frequency twice, but for the two ends.
    const bins = Float32Array.from({ length: last + 1 }, (_, i) => {
      const power = ((re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2) * this.scale;
      return i === 0 || i === last ? power : 2 * power;
    });
    this.segments.push({ power: bins.reduce((sum, bin) => sum + bin, 0), bins });
  }
}
