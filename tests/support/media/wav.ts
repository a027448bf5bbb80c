import type { Signal } from './signals.js';

/** A WAV file: 16-bit PCM, the channels in order. @param rate Hz */
export function wav(rate: number, channels: readonly Signal[]): Buffer {
  const frames = channels[0]?.length ?? 0;
  const bytesPerFrame = 2 * channels.length;
  const data = Buffer.alloc(44 + frames * bytesPerFrame);
  data.write('RIFF', 0, 'latin1');
  data.writeUInt32LE(data.length - 8, 4);
  data.write('WAVEfmt ', 8, 'latin1');
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(channels.length, 22);
  data.writeUInt32LE(rate, 24);
  data.writeUInt32LE(rate * bytesPerFrame, 28);
  data.writeUInt16LE(bytesPerFrame, 32);
  data.writeUInt16LE(16, 34);
  data.write('data', 36, 'latin1');
  data.writeUInt32LE(frames * bytesPerFrame, 40);
  for (let i = 0; i < frames; i++)
    for (const [c, channel] of channels.entries())
      data.writeInt16LE(toInt16(channel[i] ?? 0), 44 + i * bytesPerFrame + 2 * c);
  return data;
}

const toInt16 = (x: number): number => Math.max(-32_768, Math.min(32_767, Math.round(x * 32_768)));
