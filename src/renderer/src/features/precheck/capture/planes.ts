/** A picture as cameras deliver it: brightness apart from colour, the colour at a quarter of the size. */
export interface Planes {
  readonly format: 'I420' | 'NV12';
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Where each plane begins, and how long its lines are, bytes. */
  readonly layout: readonly { readonly offset: number; readonly stride: number }[];
  /** Levels are 0 to 255 instead of 16 to 235. */
  readonly fullRange: boolean;
  /** Colours are those of BT.709 instead of BT.601. */
  readonly bt709: boolean;
}

/** How brightness and colour make red, green and blue. */
interface Matrix {
  readonly black: number;
  readonly y: number;
  readonly rv: number;
  readonly gu: number;
  readonly gv: number;
  readonly bu: number;
}

const LIMITED = { black: 16, y: 255 / 219 } as const;
const FULL = { black: 0, y: 1 } as const;
/** Of full range; in limited range colours are stretched, too. */
const BT709 = { rv: 1.5748, gu: 0.1873, gv: 0.4681, bu: 1.8556 } as const;
const BT601 = { rv: 1.402, gu: 0.3441, gv: 0.7141, bu: 1.772 } as const;

function matrixOf({ fullRange, bt709 }: Planes): Matrix {
  const colours = bt709 ? BT709 : BT601;
  if (fullRange) return { ...FULL, ...colours };
  const stretch = 255 / 224;
  return {
    ...LIMITED,
    rv: colours.rv * stretch,
    gu: colours.gu * stretch,
    gv: colours.gv * stretch,
    bu: colours.bu * stretch,
  };
}

/**
 * Makes a smaller picture, four bytes a pixel. Each pixel is the mean of four of its area: as good for measuring as a
 * drawn one, and a tenth of the work, because most of a large picture is never touched.
 * @param rgba where it goes; as long as the smaller picture
 */
export function shrink(planes: Planes, width: number, height: number, rgba: Uint8ClampedArray): void {
  const { data, layout, format } = planes;
  const [luma, second, third] = layout;
  if (!luma || !second) return;
  const { black, y: gain, rv, gu, gv, bu } = matrixOf(planes);
  const isMixed = format === 'NV12';
  const step = isMixed ? 2 : 1;
  const red = isMixed ? { offset: second.offset + 1, stride: second.stride } : (third ?? second);
  const left = places(planes.width, width, 0.25);
  const right = places(planes.width, width, 0.75);
  const top = places(planes.height, height, 0.25);
  const bottom = places(planes.height, height, 0.75);
  let at = 0;
  for (let row = 0; row < height; row++) {
    const above = luma.offset + (top[row] ?? 0) * luma.stride;
    const below = luma.offset + (bottom[row] ?? 0) * luma.stride;
    const colourRow = (bottom[row] ?? 0) >> 1;
    const blueLine = second.offset + colourRow * second.stride;
    const redLine = red.offset + colourRow * red.stride;
    for (let column = 0; column < width; column++) {
      const l = left[column] ?? 0;
      const r = right[column] ?? 0;
      const sum =
        (data[above + l] ?? 0) + (data[above + r] ?? 0) + (data[below + l] ?? 0) + (data[below + r] ?? 0);
      const colour = (r >> 1) * step;
      const y = (sum / 4 - black) * gain;
      const u = (data[blueLine + colour] ?? 128) - 128;
      const v = (data[redLine + colour] ?? 128) - 128;
      rgba[at] = y + rv * v;
      rgba[at + 1] = y - gu * u - gv * v;
      rgba[at + 2] = y + bu * u;
      rgba[at + 3] = 255;
      at += 4;
    }
  }
}

const known = new Map<string, Int32Array>();

/** Which pixels of a long line stand for those of a short one, at a share (0…1) of each one's area. */
function places(long: number, short: number, share: number): Int32Array {
  const key = `${long} ${short} ${share}`;
  let found = known.get(key);
  if (!found) {
    found = Int32Array.from({ length: short }, (_, i) => Math.floor(((i + share) * long) / short));
    known.set(key, found);
  }
  return found;
}
