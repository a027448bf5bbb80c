import { gaussianNumbers, randomNumbers } from './random.js';

/** One picture in video levels (16 black, 235 white), the colours at a quarter of its size. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly y: Uint8Array;
  readonly u: number;
  readonly v: number;
}

/** What is wrong with a picture; nothing: a well-lit, sharp, ordinary scene with grain in which something moves. */
export interface Look {
  readonly blurred?: boolean;
  /** Every picture is the first one. */
  readonly frozen?: boolean;
  /** Nothing moves; the grain stays. */
  readonly still?: boolean;
  /** Levels are multiplied and moved: dark below 1, bright above. */
  readonly gain?: number;
  readonly offset?: number;
  /** A lamp that burns out this share of the picture. */
  readonly lamp?: number;
  /** Colours that are no longer grey. */
  readonly u?: number;
  readonly v?: number;
}

/** Deviation of the grain, steps: that of a webcam in a lit room. */
const GRAIN = 2;

/** Makes the pictures of a scene one after the other. */
export function scene(width: number, height: number, look: Look = {}): (index: number) => Picture {
  const still = background(width, height, look);
  const grain = grainTable();
  const next = randomNumbers(11);
  return (index) => {
    const y = Uint8Array.from(still);
    if (!look.frozen && !look.still) drawPatch(y, width, height, index, look);
    if (!look.frozen) addGrain(y, grain, Math.floor(next() * grain.length));
    return { width, height, y, u: look.u ?? 128, v: look.v ?? 128 };
  };
}

/** Nothing but one level, without grain. @param level 16 (black) to 235 (white) */
export const plain = (width: number, height: number, level: number): Picture => ({
  width,
  height,
  y: new Uint8Array(width * height).fill(level),
  u: 128,
  v: 128,
});

/** The picture as a page sees it: four bytes a pixel (BT.709, full range). */
export function toRgba({ width, height, y, u, v }: Picture): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const [cb, cr] = [u - 128, v - 128];
  for (let i = 0; i < y.length; i++) {
    const luma = 1.164 * ((y[i] ?? 16) - 16);
    rgba[4 * i] = luma + 1.793 * cr;
    rgba[4 * i + 1] = luma - 0.213 * cb - 0.533 * cr;
    rgba[4 * i + 2] = luma + 2.112 * cb;
    rgba[4 * i + 3] = 255;
  }
  return rgba;
}

/** Blocks of many sizes and levels around a middle grey, like shelves, faces and text. */
function background(width: number, height: number, look: Look): Uint8Array {
  const next = randomNumbers(5);
  const y = new Float64Array(width * height).fill(112);
  for (const cells of [8, 32, 128]) {
    const size = Math.max(1, Math.round(width / cells));
    const columns = Math.ceil(width / size);
    const levels = Float64Array.from(
      { length: columns * Math.ceil(height / size) },
      () => 60 * (next() - 0.5),
    );
    for (let i = 0; i < y.length; i++) {
      const column = Math.floor((i % width) / size);
      const row = Math.floor(i / width / size);
      y[i] = (y[i] ?? 0) + (levels[row * columns + column] ?? 0);
    }
  }
  if (look.blurred) for (let pass = 0; pass < 3; pass++) blur(y, width, height, Math.round(width / 60));
  const radius = Math.sqrt(((look.lamp ?? 0) * width * height) / Math.PI);
  return Uint8Array.from(y, (level, i) => {
    const away = Math.hypot((i % width) - width * 0.75, Math.floor(i / width) - height * 0.4);
    return away < radius ? 255 : expose(level, look);
  });
}

const expose = (level: number, { gain = 1, offset = 0 }: Look): number =>
  Math.round(Math.max(16, Math.min(255, 16 + (level - 16) * gain + offset)));

/** A bright square that goes round, a tenth of the width: something that waves. Out of focus it fades at its sides. */
function drawPatch(y: Uint8Array, width: number, height: number, index: number, look: Look): void {
  const size = Math.round(width / 10);
  const fade = look.blurred ? size / 2 : 0.5;
  const angle = (index * 2 * Math.PI) / 10;
  const left = Math.round(width * 0.35 + size * Math.cos(angle));
  const top = Math.round(height * 0.5 + size * Math.sin(angle));
  const level = expose(170, look);
  for (let row = Math.max(0, top); row < Math.min(height, top + size); row++) {
    for (let column = left; column < left + size; column++) {
      const inside = Math.min(column - left, left + size - column, row - top, top + size - row) + 0.5;
      const share = Math.min(1, inside / fade);
      const at = row * width + column;
      y[at] = Math.round((y[at] ?? 0) * (1 - share) + level * share);
    }
  }
}

function grainTable(): Int8Array {
  const next = gaussianNumbers(3);
  return Int8Array.from({ length: 65_537 }, () => Math.round(GRAIN * next()));
}

function addGrain(y: Uint8Array, grain: Int8Array, from: number): void {
  let at = from;
  for (let i = 0; i < y.length; i++) {
    at = at + 1 === grain.length ? 0 : at + 1;
    y[i] = Math.max(16, Math.min(255, (y[i] ?? 0) + (grain[at] ?? 0)));
  }
}

/** A box blur, rows then columns, in place. */
function blur(y: Float64Array, width: number, height: number, radius: number): void {
  const lines = (count: number, length: number, step: number, start: (line: number) => number) => {
    const kept = new Float64Array(length);
    for (let line = 0; line < count; line++) {
      const at = (i: number) => start(line) + Math.max(0, Math.min(length - 1, i)) * step;
      let sum = 0;
      for (let i = -radius; i <= radius; i++) sum += y[at(i)] ?? 0;
      for (let i = 0; i < length; i++) {
        kept[i] = sum / (2 * radius + 1);
        sum += (y[at(i + radius + 1)] ?? 0) - (y[at(i - radius)] ?? 0);
      }
      for (let i = 0; i < length; i++) y[at(i)] = kept[i] ?? 0;
    }
  };
  lines(height, width, 1, (line) => line * width);
  lines(width, height, width, (line) => line);
}
