/** Mean luma outside which colours say nothing: everything is near black, or burnt out (ours). */
const DARK = 30;
const BRIGHT = 230;
/** Pixels that are looked at: every fourth is enough for a mean. */
const STRIDE = 16;

/**
 * Colour cast by the grey-world assumption: over a whole picture colours average to grey, so that a mean that is not
 * grey is a cast. Gives how far the channel that differs most is from their mean, as a share of it (0 = grey);
 * null: too dark or too bright to tell.
 * @param rgba four bytes a pixel
 */
export function colourCast(rgba: Uint8ClampedArray | Uint8Array): number | null {
  let r = 0;
  let g = 0;
  let b = 0;
  let count = 0;
  for (let p = 0; p < rgba.length; p += STRIDE) {
    r += rgba[p] ?? 0;
    g += rgba[p + 1] ?? 0;
    b += rgba[p + 2] ?? 0;
    count += 1;
  }
  const grey = (r + g + b) / 3;
  if (count === 0 || grey < DARK * count || grey > BRIGHT * count) return null;
  return Math.max(Math.abs(r - grey), Math.abs(g - grey), Math.abs(b - grey)) / grey;
}
