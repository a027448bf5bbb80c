import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cameraMeasurements } from '../../../src/shared/precheck/measured/camera.js';
import { microphoneMeasurements } from '../../../src/shared/precheck/measured/microphone.js';
import type { Measurement } from '../../../src/shared/precheck/record/evidence-schema.js';
import { judgeItems } from '../../../src/shared/precheck/verdict/judge-item.js';
import { FrameAnalyser } from '../../../src/shared/precheck/video/analyser.js';
import { SharpnessMeter } from '../../../src/shared/precheck/video/sharpness.js';
import { FILM_NAMES, type FilmName, film, writeFilm } from '../../support/media/films.js';
import { toRgba } from '../../support/media/pictures.js';
import { SOUND_NAMES, type SoundName, sound, writeSound } from '../../support/media/sounds.js';
import { analyse } from './audio/feed.js';
import { evidence, NOW, shippedSection } from './evidence.js';

const RUN = { at: NOW };
/** What is not passed at a healthy station with these measurements in place of its own. */
function findings(measurements: readonly Measurement[]): string[] {
  const given = evidence();
  const measured = new Set(measurements.map(({ measure }) => measure));
  const kept = given.measurements.filter(({ measure }) => !measured.has(measure));
  return judgeItems(shippedSection(), { ...given, measurements: [...kept, ...measurements] }, NOW)
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ item, verdict, reasons }) => `${item} ${verdict} ${reasons.map(({ code }) => code).join(' ')}`);
}

/** One loop of a film at a size of the analysis. */
function loop(name: FilmName, width: number, height: number): Uint8ClampedArray[] {
  // The camera's own size is that of the film; what is wrong with `small` is nothing else.
  const { frames, picture } = film(name === 'small' ? 'sharp' : name, width, height);
  return Array.from({ length: frames }, (_, i) => toRgba(picture(i)));
}

/** A film through the whole analysis, as if it came from a camera of its real size. */
function see(name: FilmName): Measurement[] {
  const { width, height, fps } = film(name);
  const pictures = loop(name, 320, 180);
  const analyser = new FrameAnalyser(320, 180);
  for (let i = 0; i < 4 * fps; i++) {
    const atMs = (i * 1_000) / fps;
    const rgba = pictures[i % pictures.length] ?? new Uint8ClampedArray();
    analyser.push({ rgba, atMs, width, height, phase: 'wave' });
  }
  const sharpness = new SharpnessMeter(640, 360);
  for (const rgba of loop(name, 640, 360)) sharpness.push(rgba);
  return cameraMeasurements(analyser.result(), sharpness.result(), RUN);
}

describe('a film', () => {
  it.each([
    ['sharp', []],
    ['blurred', ['P2.c.camera warn camera.blurred']],
    ['black', ['P2.c.camera fail camera.black']],
    ['frozen', ['P2.c.camera fail camera.frozen']],
    ['underexposed', ['P2.c.camera fail camera.dark']],
    ['overexposed', ['P2.c.camera fail camera.bright']],
    ['glare', ['P3.b warn camera.glare']],
    ['slow', ['P2.c.camera fail camera.slow']],
    ['small', ['P2.c.camera fail camera.small camera.small']],
  ] as [FilmName, string[]][])('%s has its verdict', { timeout: 30_000 }, (name, expected) => {
    expect(findings(see(name))).toEqual(expected);
  });

  it('each has a verdict here', () => expect(FILM_NAMES).toHaveLength(9));
});

describe('a sound', () => {
  it.each([
    ['healthy', []],
    ['silence', ['P2.c.microphone fail microphone.silent']],
    ['clipping', ['P2.c.microphone fail microphone.clipped']],
    ['hum', ['P2.c.microphone warn microphone.hum']],
    ['noise-52', ['P2.c.microphone warn microphone.noisy']],
    ['noise-60', ['P2.c.microphone pending borderline']],
    ['dead-channel', ['P2.c.microphone warn microphone.dead-channel']],
  ] as [SoundName, string[]][])('%s has its verdict', { timeout: 30_000 }, (name, expected) => {
    expect(findings(microphoneMeasurements(analyse(48_000, sound(name)), false, RUN))).toEqual(expected);
  });

  it.each(['noise-40', 'tone', 'speech'] as const)(
    '%s is too noisy where it should be quiet',
    { timeout: 30_000 },
    (name) => {
      const found = findings(microphoneMeasurements(analyse(48_000, sound(name)), false, RUN));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^P2\.c\.microphone fail .*microphone\.(noisy|snr)/);
    },
  );

  it('each has a verdict here', () => expect(SOUND_NAMES).toHaveLength(10));
});

describe('the files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onair-media-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a WAV file holds the samples', () => {
    const data = readFileSync(writeSound(folder, 'dead-channel', 8_000));
    expect(data.toString('latin1', 0, 4)).toBe('RIFF');
    expect(data.readUInt16LE(22)).toBe(2);
    expect(data.readUInt32LE(24)).toBe(8_000);
    expect(data.length).toBe(44 + 10 * 8_000 * 4);
    const [left] = sound('dead-channel', 8_000);
    expect(data.readInt16LE(44 + 4 * 30_000)).toBe(Math.round((left?.[30_000] ?? 0) * 32_768));
    expect(data.readInt16LE(44 + 4 * 30_000 + 2)).toBe(0);
  });

  it('a Y4M file holds its pictures', () => {
    const data = readFileSync(writeFilm(folder, 'slow', 64, 36));
    const header = 'YUV4MPEG2 W64 H36 F15:1 Ip A1:1 C420jpeg\n';
    expect(data.toString('latin1', 0, header.length)).toBe(header);
    expect(data.length).toBe(header.length + 10 * ('FRAME\n'.length + 64 * 36 * 1.5));
  });
});
