import { Exposure } from './exposure.js';
import { LaplacianNoise, laplacianVariance } from './laplacian.js';
import { toLuma } from './luma.js';

/** Contrast to which pictures are brought before they are compared, luma steps (ours: that of an ordinary scene). */
const CONTRAST = 50;
/** Below this contrast there is nothing that could be sharp, luma steps (ours). */
const LEAST_CONTRAST = 4;

/**
 * Sharpness of a camera over a check: the variance of the Laplacian without what grain adds to it, brought to one
 * contrast so that a dim picture is no blurred one. It depends on the size of the pictures and on what they show:
 * comparable at one size, and best with the station's own baseline.
 *
 * Fed with larger pictures than the rest (640×360), but only a few times a second: a small picture hides a lens that is
 * out of focus.
 */
export class SharpnessMeter {
  private before: Uint8Array;
  private now: Uint8Array;
  private readonly exposure = new Exposure();
  private readonly noise: LaplacianNoise;
  private readonly values: number[] = [];
  private pictures = 0;

  /** @param width @param height of the pictures, pixels, 16 or more */
  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.before = new Uint8Array(width * height);
    this.now = new Uint8Array(width * height);
    this.noise = new LaplacianNoise(width, height);
  }

  /** Takes one picture, four bytes a pixel. */
  push(rgba: Uint8ClampedArray | Uint8Array): void {
    const kept = this.before;
    this.before = this.now;
    this.now = kept;
    toLuma(rgba, this.now);
    this.pictures += 1;
    // Grain shows by comparison only.
    if (this.pictures > 1) this.measure();
  }

  /** Median over the pictures that had contrast; null: none had, or there were fewer than two. */
  result(): number | null {
    if (this.values.length === 0) return null;
    const sorted = [...this.values].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? null;
  }

  private measure(): void {
    this.exposure.measure(this.now);
    const { variance } = this.exposure;
    if (variance < LEAST_CONTRAST ** 2) return;
    const edges = laplacianVariance(this.now, this.width, this.height);
    const grain = this.noise.measure(this.before, this.now);
    this.values.push((Math.max(0, edges - grain) * CONTRAST ** 2) / variance);
  }
}
