/** Brighter than this is burnt out, 8-bit luma (ours: five steps of room for compression). */
const HIGHLIGHT = 250;
/** Darker than this shows nothing, 8-bit luma (16 is black in video levels). */
const SHADOW = 16;

/** How one picture is exposed, by its histogram. */
export class Exposure {
  private readonly histogram = new Uint32Array(256);
  /** Mean luma, 0 to 255. */
  mean = 0;
  /** Variance of luma: its contrast, squared. */
  variance = 0;
  /** Share of pixels that are burnt out, 0 to 1. */
  highlights = 0;
  /** Share of pixels that are black, 0 to 1. */
  shadows = 0;

  /** Measures one picture. @param luma one byte a pixel */
  measure(luma: Uint8Array): void {
    const { histogram } = this;
    histogram.fill(0);
    for (const y of luma) histogram[y] = (histogram[y] ?? 0) + 1;
    let sum = 0;
    let squares = 0;
    let bright = 0;
    let dark = 0;
    for (let y = 0; y < 256; y++) {
      const count = histogram[y] ?? 0;
      sum += y * count;
      squares += y * y * count;
      if (y >= HIGHLIGHT) bright += count;
      if (y <= SHADOW) dark += count;
    }
    this.mean = sum / luma.length;
    this.variance = squares / luma.length - this.mean * this.mean;
    this.highlights = bright / luma.length;
    this.shadows = dark / luma.length;
  }
}
