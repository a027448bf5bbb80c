/** Tiles across and down for {@link LaplacianNoise}: more than half of them must be without movement. */
const TILES_X = 16;
const TILES_Y = 9;

/** Variance of the Laplacian (four neighbours) over the inside of a picture. @param luma one byte a pixel */
export function laplacianVariance(luma: Uint8Array, width: number, height: number): number {
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1, end = i + width - 2; i < end; i++) {
      const beside =
        (luma[i - 1] ?? 0) + (luma[i + 1] ?? 0) + (luma[i - width] ?? 0) + (luma[i + width] ?? 0);
      const laplacian = beside - 4 * (luma[i] ?? 0);
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  const count = (width - 2) * (height - 2);
  return squares / count - (sum / count) ** 2;
}

/**
 * What grain adds to the variance of the Laplacian: half of that of the difference of two pictures, in the median tile,
 * so that what moves does not count. Nothing is assumed about the grain, such as how scaling smoothed it.
 */
export class LaplacianNoise {
  private readonly difference: Int16Array;
  private readonly sums = new Float64Array(TILES_X * TILES_Y);
  private readonly counts = new Uint32Array(TILES_X * TILES_Y);
  private readonly ratios = new Float64Array(TILES_X * TILES_Y);

  /** @param width @param height of the pictures, pixels */
  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.difference = new Int16Array(width * height);
  }

  /** Variance that grain adds to each of two pictures. */
  measure(before: Uint8Array, now: Uint8Array): number {
    const { difference: d, width, height, sums, counts } = this;
    for (let i = 0; i < d.length; i++) d[i] = (now[i] ?? 0) - (before[i] ?? 0);
    sums.fill(0);
    counts.fill(0);
    for (let y = 1; y < height - 1; y++) {
      const row = Math.floor((y * TILES_Y) / height) * TILES_X;
      for (let x = 1; x < width - 1; x++) {
        const i = y * width + x;
        const beside = (d[i - 1] ?? 0) + (d[i + 1] ?? 0) + (d[i - width] ?? 0) + (d[i + width] ?? 0);
        const laplacian = beside - 4 * (d[i] ?? 0);
        const tile = row + Math.floor((x * TILES_X) / width);
        sums[tile] = (sums[tile] ?? 0) + laplacian * laplacian;
        counts[tile] = (counts[tile] ?? 0) + 1;
      }
    }
    return this.medianTile() / 2;
  }

  private medianTile(): number {
    const { ratios, sums, counts } = this;
    for (let i = 0; i < ratios.length; i++) ratios[i] = (sums[i] ?? 0) / Math.max(1, counts[i] ?? 0);
    ratios.sort();
    return ratios[Math.floor(ratios.length / 2)] ?? 0;
  }
}
