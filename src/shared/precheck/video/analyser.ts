import type { TakePhase } from '../take.js';
import { colourCast } from './colour-cast.js';
import { Exposure } from './exposure.js';
import { FrameClock, type FrameRate } from './frame-clock.js';
import { Glare } from './glare.js';
import { toLuma } from './luma.js';
import { MeanOfKnown } from './mean.js';
import { Motion } from './motion.js';

/** One frame on its way into the analysis. */
export interface Frame {
  /** The picture scaled to the size of the analysis, four bytes a pixel. */
  readonly rgba: Uint8ClampedArray | Uint8Array;
  /** Its own time stamp (media time), ms. */
  readonly atMs: number;
  /** Size that the camera delivers, pixels. */
  readonly width: number;
  readonly height: number;
  readonly phase: TakePhase;
  /** How many frames were shown so far (`presentedFrames`). */
  readonly shown?: number;
  /** From capture to display, ms, where the browser knows both. */
  readonly latencyMs?: number;
}

/** What a camera shows. Shares in %; null: it can't be told from what came. */
export interface VideoResult extends FrameRate {
  /** Size of the last frame, pixels. */
  readonly width: number | null;
  readonly height: number | null;
  /** Mean luma, 0 to 255. */
  readonly luma: number | null;
  /** Frames that are black. */
  readonly black: number | null;
  /** Frames that are exact copies of the one before. */
  readonly frozen: number | null;
  /** Longest time without a new picture, ms. */
  readonly frozenForMs: number | null;
  /** Frames that differ from the one before only by noise: a still scene. */
  readonly still: number | null;
  /** Strongest movement in the wave phase: difference to the frame before in the tile that moved most, luma steps. */
  readonly motion: number | null;
  /** Burnt-out and black pixels. */
  readonly overexposed: number | null;
  readonly underexposed: number | null;
  /** Pixels in burnt-out blobs. */
  readonly glare: number | null;
  /** Distance of the colours from grey. */
  readonly colourCast: number | null;
  /** Mean time from capture to display, ms. */
  readonly latencyMs: number | null;
}

/** A frame is black up to this mean luma (webrtc/testrtc: 20 of 255). */
const BLACK_LUMA = 20;
/** A frame moved when its strongest tile changed by this much, luma steps (ours: above the noise of a dim room). */
const MOVED = 6;

/** Analyses the frames of a camera while they come in, at a fixed small size; allocates nothing for a frame. */
export class FrameAnalyser {
  private readonly clock = new FrameClock();
  private readonly exposure = new Exposure();
  private readonly glare: Glare;
  private readonly motion: Motion;
  private now: Uint8Array;
  private before: Uint8Array;
  private size = { width: 0, height: 0 };
  private frames = 0;
  private black = 0;
  private copies = 0;
  private still = 0;
  private waved: number | null = null;
  private newPictureAt = 0;
  private frozenForMs = 0;
  private readonly luma = new MeanOfKnown();
  private readonly highlights = new MeanOfKnown();
  private readonly shadows = new MeanOfKnown();
  private readonly blobs = new MeanOfKnown();
  private readonly cast = new MeanOfKnown();
  private readonly latency = new MeanOfKnown();

  /** @param width @param height of the analysed pictures, pixels; 320×180 is meant */
  constructor(width: number, height: number) {
    this.now = new Uint8Array(width * height);
    this.before = new Uint8Array(width * height);
    this.glare = new Glare(width, height);
    this.motion = new Motion(width, height);
  }

  /** Takes one frame; one that was taken before, by its time stamp, is left out. */
  push(frame: Frame): void {
    const steps = this.clock.push(frame.atMs, frame.shown);
    if (steps === 0) return;
    this.swap();
    toLuma(frame.rgba, this.now);
    this.size.width = frame.width;
    this.size.height = frame.height;
    this.measurePicture(frame);
    if (this.frames === 0) {
      this.newPictureAt = frame.atMs;
    } else {
      this.measureChange(frame);
      this.measureFreeze(frame.atMs, steps);
    }
    this.frames += 1;
  }

  /** What was measured so far. */
  result(): VideoResult {
    const changes = Math.max(0, this.frames - 1);
    const share = (count: number, of: number) => (of > 0 ? (100 * count) / of : null);
    return {
      ...this.clock.result(),
      width: this.frames > 0 ? this.size.width : null,
      height: this.frames > 0 ? this.size.height : null,
      luma: this.luma.value(),
      black: share(this.black, this.frames),
      frozen: share(this.copies, changes),
      frozenForMs: changes > 0 ? this.frozenForMs : null,
      still: share(this.still, changes),
      motion: this.waved,
      overexposed: this.highlights.value(100),
      underexposed: this.shadows.value(100),
      glare: this.blobs.value(100),
      colourCast: this.cast.value(100),
      latencyMs: this.latency.value(),
    };
  }

  private swap(): void {
    const kept = this.before;
    this.before = this.now;
    this.now = kept;
  }

  private measurePicture(frame: Frame): void {
    const { exposure } = this;
    exposure.measure(this.now);
    this.luma.add(exposure.mean);
    this.highlights.add(exposure.highlights);
    this.shadows.add(exposure.shadows);
    this.blobs.add(this.glare.measure(this.now));
    this.cast.add(colourCast(frame.rgba));
    this.latency.add(frame.latencyMs ?? null);
    if (exposure.mean <= BLACK_LUMA) this.black += 1;
  }

  private measureChange(frame: Frame): void {
    const { motion } = this;
    motion.measure(this.before, this.now);
    if (motion.identical) this.copies += 1;
    else if (motion.strongest < MOVED) this.still += 1;
    if (frame.phase === 'wave') this.waved = Math.max(this.waved ?? 0, motion.strongest);
  }

  private measureFreeze(atMs: number, steps: number): void {
    const { identical } = this.motion;
    // A new picture after frames that we missed may have been new long ago: that time is not the camera's. The same
    // picture after them was there all the time: with grain in it none comes back by chance.
    if (identical || steps === 1) this.frozenForMs = Math.max(this.frozenForMs, atMs - this.newPictureAt);
    if (!identical) this.newPictureAt = atMs;
  }
}
