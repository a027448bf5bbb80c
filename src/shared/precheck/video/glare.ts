/** Luma from which a cell of the grid is glare (ours: a lamp or its reflection burns out the whole cell). */
const BURNT = 248;
/** Pixels of a cell, each way. */
const CELL = 8;
/** Cells that must hang together: a single spark in the eye or on jewellery is no glare (ours, 0.33 % of 320×180). */
const LEAST_CELLS = 3;

/**
 * Share of a picture that lies in burnt-out blobs: lamps, windows and their reflections, not the grain of a bright
 * picture. Works on cells of 8×8 pixels that are burnt out on average and touch each other.
 */
export class Glare {
  private readonly columns: number;
  private readonly rows: number;
  private readonly burnt: Uint8Array;
  private readonly stack: Uint32Array;
  private waiting = 0;

  /** @param width @param height of the analysed picture, pixels */
  constructor(
    private readonly width: number,
    height: number,
  ) {
    this.columns = Math.floor(width / CELL);
    this.rows = Math.floor(height / CELL);
    this.burnt = new Uint8Array(this.columns * this.rows);
    // Each cell is put on it once at most.
    this.stack = new Uint32Array(this.columns * this.rows);
  }

  /** Share of the cells that lie in blobs, 0 to 1. @param luma one byte a pixel */
  measure(luma: Uint8Array): number {
    for (let row = 0; row < this.rows; row++)
      for (let column = 0; column < this.columns; column++)
        this.burnt[row * this.columns + column] = this.isBurnt(luma, row, column) ? 1 : 0;
    let inBlobs = 0;
    for (let cell = 0; cell < this.burnt.length; cell++) {
      if (this.burnt[cell] !== 1) continue;
      const size = this.takeBlob(cell);
      if (size >= LEAST_CELLS) inBlobs += size;
    }
    return this.burnt.length === 0 ? 0 : inBlobs / this.burnt.length;
  }

  private isBurnt(luma: Uint8Array, row: number, column: number): boolean {
    let sum = 0;
    for (let y = 0; y < CELL; y++) {
      const from = (row * CELL + y) * this.width + column * CELL;
      for (let x = 0; x < CELL; x++) sum += luma[from + x] ?? 0;
    }
    return sum >= BURNT * CELL * CELL;
  }

  /** Counts the cells that hang together with one, and marks them as seen. */
  private takeBlob(start: number): number {
    const { columns, rows } = this;
    let size = 0;
    this.waiting = 0;
    this.visit(start);
    while (this.waiting > 0) {
      this.waiting -= 1;
      const cell = this.stack[this.waiting] ?? 0;
      size += 1;
      const column = cell % columns;
      const row = Math.floor(cell / columns);
      if (column > 0) this.visit(cell - 1);
      if (column < columns - 1) this.visit(cell + 1);
      if (row > 0) this.visit(cell - columns);
      if (row < rows - 1) this.visit(cell + columns);
    }
    return size;
  }

  private visit(cell: number): void {
    if (this.burnt[cell] !== 1) return;
    this.burnt[cell] = 2;
    this.stack[this.waiting] = cell;
    this.waiting += 1;
  }
}
