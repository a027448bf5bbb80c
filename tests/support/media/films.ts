import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Look, type Picture, plain, scene } from './pictures.js';
import { y4m } from './y4m.js';

/** Films that a fake camera shows. */
export const FILM_NAMES = [
  'sharp',
  'blurred',
  'black',
  'frozen',
  'underexposed',
  'overexposed',
  'glare',
  'slow',
  'small',
] as const;
/** A film of {@link FILM_NAMES}. */
export type FilmName = (typeof FILM_NAMES)[number];

/** What a film is. */
export interface Film {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** Pictures that make one loop. */
  readonly frames: number;
  readonly picture: (index: number) => Picture;
}

const LOOKS: Partial<Record<FilmName, Look>> = {
  blurred: { blurred: true },
  frozen: { frozen: true },
  underexposed: { gain: 0.25 },
  overexposed: { gain: 1.6, offset: 70 },
  glare: { lamp: 0.04 },
};

/**
 * A film with one thing wrong, or nothing (`sharp`). One loop is short, but not so short that grain repeats to the eye:
 * ten pictures, one turn of what moves.
 */
export function film(name: FilmName, width = 1_920, height = 1_080): Film {
  const size = name === 'small' ? { width: 640, height: 480 } : { width, height };
  const fps = name === 'slow' ? 15 : 30;
  // Made when it is wanted: at full size it takes a while.
  let made: Film['picture'] | undefined;
  const make = () =>
    name === 'black' ? () => plain(size.width, size.height, 16) : scene(size.width, size.height, LOOKS[name]);
  const picture = (index: number) => {
    made ??= make();
    return made(index);
  };
  return { ...size, fps, frames: 10, picture };
}

/** Writes a film into a folder (31 MB at full size: a temporary one) and gives its path. */
export function writeFilm(folder: string, name: FilmName, width?: number, height?: number): string {
  const { fps, frames, picture } = film(name, width, height);
  const path = join(folder, `${name}.y4m`);
  writeFileSync(
    path,
    y4m(
      fps,
      Array.from({ length: frames }, (_, i) => picture(i)),
    ),
  );
  return path;
}
