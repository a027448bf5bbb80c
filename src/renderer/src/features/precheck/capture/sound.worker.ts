import { amplitudeDb, powerDb } from '../../../../../shared/precheck/audio/decibels.js';
import type { SoundAnswer, SoundBlock, SoundRequest } from './sound-messages.js';
import { SoundTake } from './sound-take.js';

/*
 * Measures what a microphone hears. Blocks come straight from the audio thread: what the page does can't delay them.
 */

/** How often the meter moves, s. */
const METER_S = 0.1;

let sampleRate = 48_000;
let waiting = false;
let take: SoundTake | null = null;
let squares: number[] = [];
let peak = 0;
let count = 0;

const answer = (message: SoundAnswer): void => postMessage(message);

self.onmessage = ({ data }: MessageEvent<SoundRequest>) => {
  switch (data.type) {
    case 'connect':
      sampleRate = data.sampleRate;
      data.port.onmessage = (event: MessageEvent<SoundBlock>) => onBlock(event.data);
      return;
    case 'start':
      waiting = true;
      take = null;
      return;
    case 'stop':
      waiting = false;
      take = null;
  }
};

function onBlock({ frame, channels }: SoundBlock): void {
  meter(channels);
  if (waiting) {
    waiting = false;
    take = new SoundTake(sampleRate, Math.min(2, channels.length), frame);
  }
  if (!take?.push(frame, channels)) return;
  answer({ type: 'done', result: take.result(), lost: take.lost });
  take = null;
}

function meter(channels: readonly Float32Array[]): void {
  if (squares.length !== channels.length) squares = channels.map(() => 0);
  channels.forEach((samples, c) => {
    let sum = 0;
    for (const x of samples) {
      sum += x * x;
      peak = Math.max(peak, Math.abs(x));
    }
    squares[c] = (squares[c] ?? 0) + sum;
  });
  count += channels[0]?.length ?? 0;
  if (count < METER_S * sampleRate) return;
  answer({ type: 'meter', levels: squares.map((sum) => powerDb(sum / count)), peak: amplitudeDb(peak) });
  squares = channels.map(() => 0);
  [peak, count] = [0, 0];
}
