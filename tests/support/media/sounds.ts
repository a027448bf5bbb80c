import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clip, join as follow, hum, mix, noise, type Signal, silence, speechLike, tone } from './signals.js';
import { wav } from './wav.js';

/** Sounds that a fake microphone hears. */
export const SOUND_NAMES = [
  'healthy',
  'speech',
  'tone',
  'silence',
  'clipping',
  'hum',
  'noise-40',
  'noise-52',
  'noise-60',
  'dead-channel',
] as const;
/** A sound of {@link SOUND_NAMES}. */
export type SoundName = (typeof SOUND_NAMES)[number];

/** Seconds of one loop: as long as the take. */
const SECONDS = 10;

/**
 * The channels of a sound. `healthy` follows the take: three seconds of a quiet room, five of a voice, two of the room;
 * what has one thing wrong follows it too. `tone`, `silence` and `speech` are the same throughout.
 * @param rate Hz
 */
export function sound(name: SoundName, rate = 48_000): readonly Signal[] {
  const take = (voice: Signal, room: Signal) =>
    mix(room, follow(silence(rate, 3), voice, silence(rate, SECONDS - 8)));
  const voice = () => speechLike(rate, 5, -20);
  const room = (db: number) => noise(rate, SECONDS, db);
  switch (name) {
    case 'healthy':
      return [take(voice(), room(-68))];
    case 'speech':
      return [speechLike(rate, SECONDS, -20)];
    case 'tone':
      return [tone(rate, SECONDS, 1_000, -20)];
    case 'silence':
      return [silence(rate, SECONDS)];
    case 'clipping':
      return [clip(take(speechLike(rate, 5, -3), room(-68)))];
    case 'hum':
      return [mix(take(voice(), room(-68)), hum(rate, SECONDS, 50, -62))];
    case 'noise-40':
      return [take(voice(), room(-40))];
    case 'noise-52':
      return [take(voice(), room(-52))];
    case 'noise-60':
      return [take(voice(), room(-60))];
    case 'dead-channel':
      return [take(voice(), room(-68)), silence(rate, SECONDS)];
  }
}

/** Writes a sound into a folder and gives its path. */
export function writeSound(folder: string, name: SoundName, rate = 48_000): string {
  const path = join(folder, `${name}.wav`);
  writeFileSync(path, wav(rate, sound(name, rate)));
  return path;
}
