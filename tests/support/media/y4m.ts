import type { Picture } from './pictures.js';

/** A Y4M file (4:2:0, progressive), as Chromium's fake camera plays it in a loop. @param fps whole frames a second */
export function y4m(fps: number, pictures: readonly Picture[]): Buffer {
  const first = pictures[0];
  if (!first) throw new RangeError('a film has a picture');
  const header = `YUV4MPEG2 W${first.width} H${first.height} F${fps}:1 Ip A1:1 C420jpeg\n`;
  const quarter = (first.width / 2) * (first.height / 2);
  const parts: Uint8Array[] = [Buffer.from(header, 'latin1')];
  for (const { y, u, v } of pictures)
    parts.push(Buffer.from('FRAME\n', 'latin1'), y, Buffer.alloc(quarter, u), Buffer.alloc(quarter, v));
  return Buffer.concat(parts);
}
