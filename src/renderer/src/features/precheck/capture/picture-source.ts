import { phaseAt, TAKE_MS } from '../../../../../shared/precheck/take.js';
import type { PictureAnswer, PictureFound, PictureRequest } from './picture-messages.js';

/** Frames on their way to the analysis: a camera has few buffers, and one that is held is one less. */
const ON_THE_WAY = 6;
/** How long the last answer may take, ms. */
const PATIENCE_MS = 5_000;

/** What the last second showed. */
export type LiveFound = Pick<PictureFound, 'result' | 'sharpness'>;

/** Looks at an open camera, frame by frame as the browser shows them, until it is closed. */
export class PictureSource {
  private readonly worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });
  private onDone: ((found: PictureFound | null) => void) | null = null;
  private takenAt: number | null = null;
  private onTheWay = 0;
  private next = 0;
  private closed = false;

  /** @param video that shows the camera @param onLive called every second outside of takes */
  constructor(
    private readonly video: HTMLVideoElement,
    onLive: (found: LiveFound) => void,
  ) {
    this.worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
      if (data.type === 'ready') this.onTheWay -= 1;
      else if (data.type === 'live') onLive(data);
      else this.onDone?.(data);
    };
    this.wait();
  }

  /** Measures one take that begins now; null: it was stopped. */
  take(): Promise<PictureFound | null> {
    this.takenAt = performance.now();
    this.ask({ type: 'start' });
    return new Promise((resolve) => {
      const end = setTimeout(() => this.ask({ type: 'end' }), TAKE_MS);
      const late = setTimeout(() => this.onDone?.(null), TAKE_MS + PATIENCE_MS);
      this.onDone = (found) => {
        clearTimeout(end);
        clearTimeout(late);
        this.onDone = null;
        this.takenAt = null;
        resolve(found);
      };
    });
  }

  /** Ends a take before its time. */
  stop(): void {
    if (!this.onDone) return;
    this.ask({ type: 'end' });
    this.onDone(null);
  }

  /** Stops looking; the stream itself is closed by who opened it. */
  close(): void {
    this.stop();
    this.closed = true;
    this.video.cancelVideoFrameCallback(this.next);
    this.worker.terminate();
  }

  private wait(): void {
    this.next = this.video.requestVideoFrameCallback((now, metadata) => {
      if (this.closed) return;
      this.wait();
      this.send(now, metadata);
    });
  }

  private send(
    now: number,
    { mediaTime, captureTime, expectedDisplayTime, ...seen }: VideoFrameCallbackMetadata,
  ): void {
    if (this.onTheWay >= ON_THE_WAY) return;
    const frame = new VideoFrame(this.video, { timestamp: Math.round(mediaTime * 1e6) });
    this.onTheWay += 1;
    const request: PictureRequest = {
      type: 'frame',
      frame,
      atMs: mediaTime * 1_000,
      width: seen.width,
      height: seen.height,
      shown: seen.presentedFrames,
      phase: this.takenAt === null ? 'other' : phaseAt(now - this.takenAt),
      ...(captureTime !== undefined && { latencyMs: Math.max(0, expectedDisplayTime - captureTime) }),
    };
    this.ask(request, [frame]);
  }

  private ask(request: PictureRequest, transfer: Transferable[] = []): void {
    this.worker.postMessage(request, transfer);
  }
}
