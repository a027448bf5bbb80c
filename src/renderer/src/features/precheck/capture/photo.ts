/** Longest side of a photo that is kept, pixels: enough to see a room by, small enough to keep. */
const SIDE = 1_280;
/** Largest photo that main takes, bytes; qualities that are tried until one is below. */
const LIMIT = 400_000;
const QUALITIES = [0.8, 0.6, 0.4];

/**
 * Makes a small JPEG of a picture file. It is drawn anew, so that nothing else of the file goes along: no place, no time,
 * no device. null: it is no picture that can be read, or one that can't be made small enough.
 */
export async function smallJpeg(file: Blob): Promise<Uint8Array | null> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return null;
  }
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const surface = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  surface.getContext('2d')?.drawImage(bitmap, 0, 0, surface.width, surface.height);
  bitmap.close();
  for (const quality of QUALITIES) {
    const jpeg = await surface.convertToBlob({ type: 'image/jpeg', quality });
    if (jpeg.size <= LIMIT) return new Uint8Array(await jpeg.arrayBuffer());
  }
  return null;
}
