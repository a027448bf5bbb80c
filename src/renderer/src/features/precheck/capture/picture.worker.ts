import { FrameAnalyser } from '../../../../../shared/precheck/video/analyser.js';
import { SharpnessMeter } from '../../../../../shared/precheck/video/sharpness.js';
import { FrameReader } from './frame-reader.js';
import type { PictureAnswer, PictureRequest } from './picture-messages.js';

/*
 * Measures what a camera shows: every frame at a small size, and some times a second at a larger one.
 */

const SMALL = { width: 320, height: 180 } as const;
const LARGE = { width: 640, height: 360 } as const;
/** Between two pictures that sharpness is measured on, ms. */
const SHARP_MS = 250;
/** Length of what live hints are about, ms. */
const LIVE_MS = 1_000;
/** The picture that is kept is from this far into the take, ms: somebody is speaking. */
const PICTURE_MS = 5_000;

const reader = new FrameReader();
const small = new Uint8ClampedArray(SMALL.width * SMALL.height * 4);
const large = new Uint8ClampedArray(LARGE.width * LARGE.height * 4);
let taking = false;
let frames = new FrameAnalyser(SMALL.width, SMALL.height);
let sharp = new SharpnessMeter(LARGE.width, LARGE.height);
let begun: number | null = null;
let sharpAt = Number.NEGATIVE_INFINITY;
let picture: Promise<Blob> | null = null;

const answer = (message: PictureAnswer, transfer: Transferable[] = []): void =>
  postMessage(message, { transfer });

/** Reading a frame takes turns with the next message: one after the other, in the order in which they came. */
let turn: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<PictureRequest>) => {
  turn = turn.then(() => take(data));
};

async function take(data: PictureRequest): Promise<void> {
  if (data.type === 'frame') await onFrame(data);
  else if (data.type === 'start') begin(true);
  else await end();
}

function begin(isTake: boolean): void {
  taking = isTake;
  frames = new FrameAnalyser(SMALL.width, SMALL.height);
  sharp = new SharpnessMeter(LARGE.width, LARGE.height);
  begun = null;
  sharpAt = Number.NEGATIVE_INFINITY;
  picture = null;
}

async function onFrame({ frame, atMs, ...about }: Extract<PictureRequest, { type: 'frame' }>): Promise<void> {
  begun ??= atMs;
  try {
    const shrink = await reader.read(frame);
    shrink(SMALL.width, SMALL.height, small);
    if (atMs - sharpAt >= SHARP_MS) {
      sharpAt = atMs;
      shrink(LARGE.width, LARGE.height, large);
      sharp.push(large);
      if (taking && picture === null && atMs - begun >= PICTURE_MS) picture = photograph();
    }
    frames.push({ rgba: small, atMs, ...about });
  } finally {
    frame.close();
    answer({ type: 'ready' });
  }
  if (taking || atMs - begun < LIVE_MS) return;
  answer({ type: 'live', result: frames.result(), sharpness: sharp.result() });
  begin(false);
}

async function end(): Promise<void> {
  const found = { result: frames.result(), sharpness: sharp.result() };
  const shot = found.result.frames > 0 ? await (picture ?? photograph()) : null;
  const bytes = shot && new Uint8Array(await shot.arrayBuffer());
  answer({ type: 'done', ...found, picture: bytes }, bytes ? [bytes.buffer] : []);
  begin(false);
}

function photograph(): Promise<Blob> {
  const surface = new OffscreenCanvas(LARGE.width, LARGE.height);
  surface.getContext('2d')?.putImageData(new ImageData(large.slice(), LARGE.width, LARGE.height), 0, 0);
  return surface.convertToBlob({ type: 'image/jpeg', quality: 0.75 });
}
