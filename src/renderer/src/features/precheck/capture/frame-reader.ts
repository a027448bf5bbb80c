import { type Planes, shrink } from './planes.js';

/** A smaller picture of a frame, four bytes a pixel. */
export type Shrink = (width: number, height: number, rgba: Uint8ClampedArray) => void;

/**
 * Reads frames into smaller pictures. Frames whose brightness and colour lie apart (those of nearly every camera) are read
 * as they are; drawing all of a large picture only to make it small costs ten times as much. Others are drawn.
 */
export class FrameReader {
  private bytes = new Uint8Array(0);
  private readonly canvases = new Map<string, OffscreenCanvasRenderingContext2D>();

  /** Takes a frame; it is not closed here. The answer is good until the next frame is read. */
  async read(frame: VideoFrame): Promise<Shrink> {
    const { format } = frame;
    if (format !== 'I420' && format !== 'NV12') return (...to) => this.draw(frame, ...to);
    const size = frame.allocationSize();
    if (this.bytes.length !== size) this.bytes = new Uint8Array(size);
    // Memory of the graphics card can't always be read; it can be drawn.
    const layout = await frame.copyTo(this.bytes).catch(() => null);
    if (layout === null) return (...to) => this.draw(frame, ...to);
    const { width = frame.codedWidth, height = frame.codedHeight } = frame.visibleRect ?? {};
    const { fullRange, matrix } = frame.colorSpace;
    const planes: Planes = {
      format,
      width,
      height,
      data: this.bytes,
      layout,
      fullRange: fullRange ?? false,
      bt709: matrix === 'bt709' || (matrix === null && height >= 720),
    };
    return (...to) => shrink(planes, ...to);
  }

  private draw(frame: VideoFrame, width: number, height: number, rgba: Uint8ClampedArray): void {
    const context = this.canvas(width, height);
    context.drawImage(frame, 0, 0, width, height);
    rgba.set(context.getImageData(0, 0, width, height).data);
  }

  private canvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
    const key = `${width} ${height}`;
    const kept = this.canvases.get(key);
    if (kept) return kept;
    const made = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
      alpha: false,
    });
    if (!made) throw new Error('no canvas');
    this.canvases.set(key, made);
    return made;
  }
}
