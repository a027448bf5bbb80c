/**
 * Luma of an RGBA picture by Rec. 709 in 8 bits (weights 54, 183, 19 of 256), written into `luma`; nothing is allocated.
 * @param rgba four bytes a pixel @param luma one byte a pixel
 */
export function toLuma(rgba: Uint8ClampedArray | Uint8Array, luma: Uint8Array): void {
  for (let i = 0, p = 0; i < luma.length; i++, p += 4) {
    const r = rgba[p] ?? 0;
    const g = rgba[p + 1] ?? 0;
    const b = rgba[p + 2] ?? 0;
    luma[i] = (54 * r + 183 * g + 19 * b) >> 8;
  }
}
