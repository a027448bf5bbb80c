/** Tiles across and down, in which movement is looked for: a waving hand fills one of them. */
const TILES_X = 8;
const TILES_Y = 6;

/** What changed between two pictures. */
export class Motion {
  private readonly sums = new Float64Array(TILES_X * TILES_Y);
  private readonly counts = new Uint32Array(TILES_X * TILES_Y);
  private readonly tileOf: Uint8Array;
  /** Every pixel is the same: the second picture is a copy. A real sensor has noise, so that this is no still scene. */
  identical = false;
  /** Mean absolute difference, luma steps. */
  mean = 0;
  /** The same in the tile that changed most. */
  strongest = 0;

  /** @param width @param height of the analysed picture, pixels */
  constructor(width: number, height: number) {
    this.tileOf = new Uint8Array(width * height);
    for (let i = 0; i < this.tileOf.length; i++) {
      const tileX = Math.floor(((i % width) * TILES_X) / width);
      const tileY = Math.floor((Math.floor(i / width) * TILES_Y) / height);
      const tile = tileY * TILES_X + tileX;
      this.tileOf[i] = tile;
      this.counts[tile] = (this.counts[tile] ?? 0) + 1;
    }
  }

  /** Compares two pictures of one size. */
  measure(before: Uint8Array, now: Uint8Array): void {
    this.sums.fill(0);
    let total = 0;
    for (let i = 0; i < now.length; i++) {
      const difference = Math.abs((now[i] ?? 0) - (before[i] ?? 0));
      if (difference === 0) continue;
      const tile = this.tileOf[i] ?? 0;
      this.sums[tile] = (this.sums[tile] ?? 0) + difference;
      total += difference;
    }
    this.identical = total === 0;
    this.mean = total / now.length;
    this.strongest = 0;
    for (let tile = 0; tile < this.sums.length; tile++) {
      const count = this.counts[tile] ?? 0;
      if (count > 0) this.strongest = Math.max(this.strongest, (this.sums[tile] ?? 0) / count);
    }
  }
}
