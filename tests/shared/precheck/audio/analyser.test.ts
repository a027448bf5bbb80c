import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SILENCE_DB } from '../../../../src/shared/precheck/audio/decibels.js';
import {
  clip,
  hum,
  join,
  mix,
  noise,
  silence,
  sine,
  speechLike,
  tone,
} from '../../../support/media/signals.js';
import { analyse } from './feed.js';

const RATE = 16_000;
const near = (value: number | null, wanted: number, within = 0.5) =>
  expect(Math.abs((value ?? Number.NaN) - wanted), `${value} against ${wanted}`).toBeLessThanOrEqual(within);
/** A take as the plan has it: three seconds of a room, five of a voice in it, two of the room. */
const take = (room: number, voice: number, rate = RATE) =>
  mix(noise(rate, 10, room), join(silence(rate, 3), speechLike(rate, 5, voice), silence(rate, 2)));

describe('levels', () => {
  it.each([8_000, 16_000, 44_100, 48_000, 96_000, 192_000])('of a tone at −20 dBFS at %i Hz', (rate) => {
    const result = analyse(rate, [tone(rate, 2, 1_000, -20)], { phase: 'speech', block: 1_000 });
    near(result.rms, -20, 0.1);
    near(result.peak, -17, 0.1);
    near(result.speech, -20, 0.1);
    near(result.seconds, 2, 0.001);
  });

  it('are exact for any tone, on one channel or two, in blocks of any length', () => {
    const level = fc.integer({ min: -60, max: -4 });
    const block = fc.integer({ min: 1, max: 2_000 });
    fc.assert(
      fc.property(
        level,
        fc.integer({ min: 100, max: 3_000 }),
        block,
        fc.boolean(),
        (db, hz, size, stereo) => {
          const signal = tone(8_000, 1.5, hz, db);
          const result = analyse(8_000, stereo ? [signal, signal] : [signal], {
            phase: 'speech',
            block: size,
          });
          near(result.rms, db, 0.1);
          near(result.speech, db, 0.5);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of speech leave its pauses out', () => {
    const result = analyse(RATE, [take(-70, -22)]);
    near(result.speech, -22);
    expect(result.rms).toBeLessThan(-24);
  });

  it.each([-40, -52, -60, -75])('of noise at %i dBFS are its floor', (db) => {
    near(analyse(RATE, [take(db, -20)]).floor, db);
    near(analyse(RATE, [take(db, -20)]).snr, -20 - db, 1);
  });

  it('of the floor leave out a cough and the click of a mouse', () => {
    const cough = join(silence(RATE, 1), noise(RATE, 0.8, -15, 3), silence(RATE, 8.2));
    near(analyse(RATE, [mix(take(-55, -20), cough)]).floor, -55);
  });

  it('every 100 ms make the curve', () => {
    const { curve } = analyse(RATE, [take(-60, -20)]);
    expect(curve).toHaveLength(100);
    near(curve[10] ?? null, -60);
  });

  it('of phases that were too short are not there', () => {
    const result = analyse(RATE, [noise(RATE, 0.5, -30)], { phase: 'quiet' });
    expect(result).toMatchObject({ floor: null, speech: null, snr: null, hum: null, silent: null });
    expect(analyse(RATE, [new Float32Array(0)])).toMatchObject({ seconds: 0, peak: SILENCE_DB, lufs: null });
  });
});

describe('silence', () => {
  it('is digital silence, with nothing made up', () => {
    const result = analyse(RATE, [silence(RATE, 10), silence(RATE, 10)]);
    near(result.silent, 5, 0.02);
    expect(result).toMatchObject({ peak: SILENCE_DB, rms: SILENCE_DB, speech: SILENCE_DB, imbalance: null });
  });

  it('of a noise gate between words is no digital silence', () => {
    const gated = join(silence(RATE, 3), speechLike(RATE, 5, -20), silence(RATE, 2));
    expect(analyse(RATE, [gated]).silent).toBeLessThan(1);
    expect(analyse(RATE, [gated]).floor).toBe(SILENCE_DB);
  });

  it('on one channel is a dead channel; its level is that of the other', () => {
    const live = take(-60, -20);
    const result = analyse(RATE, [silence(RATE, 10), live]);
    expect(result.imbalance).toBeGreaterThan(40);
    near(result.speech, -20);
    expect(result.silent).toBeLessThan(1);
    near(analyse(RATE, [live, live.map((x) => x / 10)]).imbalance, 20, 0.1);
  });
});

describe('clipping', () => {
  it('counts runs at full scale, once each', () => {
    // 5 Hz: ten half waves that are cut in one second.
    const result = analyse(RATE, [clip(sine(RATE, 1, 5, 6))], { phase: 'speech' });
    expect(result.clipped).toBe(10);
  });

  it('is not a single full-scale sample, however loud all others are', () => {
    const signal = sine(RATE, 2, 440, -1);
    signal[100] = 1;
    expect(analyse(RATE, [signal], { phase: 'speech' })).toMatchObject({ clipped: 0, peak: 0 });
  });

  it('goes over the border of blocks and counts what is above full scale', () => {
    const signal = silence(RATE, 1).fill(1.05, 1_000, 1_007).fill(-1, 2_000, 2_006);
    for (const block of [1, 3, 128]) expect(analyse(RATE, [signal], { block }).clipped).toBe(1);
  });
});

describe('hum', () => {
  it.each([50, 60] as const)('at %i Hz is found with its mains', (mains) => {
    const result = analyse(RATE, [mix(take(-60, -20), hum(RATE, 10, mains, -50))]);
    expect(result.hum).toMatchObject({ mains });
    expect(result.hum?.db).toBeGreaterThan(15);
  });

  it.each([8_000, 44_100, 48_000, 192_000])('is found at %i Hz', (rate) => {
    const signal = mix(noise(rate, 3, -60), hum(rate, 3, 50, -50));
    expect(analyse(rate, [signal], { phase: 'quiet', block: 1_024 }).hum).toMatchObject({ mains: 50 });
  });

  it.each([0.1, 0.2, 0.5, 1, 1.4])('is not what somebody says who speaks %d s too early', (early) => {
    const voice = join(silence(RATE, 3 - early), speechLike(RATE, 5 + early, -20), silence(RATE, 2));
    expect(analyse(RATE, [mix(noise(RATE, 10, -68), voice)]).hum?.db).toBeLessThan(6);
    const humming = mix(noise(RATE, 10, -68), voice, hum(RATE, 10, 50, -62));
    expect(analyse(RATE, [humming]).hum).toMatchObject({ mains: 50 });
    expect(analyse(RATE, [humming]).hum?.db).toBeGreaterThan(10);
  });

  it('is not found in noise, in silence, or below hearing', () => {
    for (let seed = 1; seed <= 20; seed++)
      expect(analyse(8_000, [noise(8_000, 3, -55, seed)], { phase: 'quiet' }).hum?.db).toBeLessThan(6);
    expect(analyse(RATE, [silence(RATE, 3)], { phase: 'quiet' }).hum?.db).toBe(0);
    expect(analyse(RATE, [hum(RATE, 3, 50, -92)], { phase: 'quiet' }).hum?.db).toBeLessThan(6);
  });
});

describe('the spectrum', () => {
  it('has a tone in its band and all of the power in its bands', () => {
    const { spectrum } = analyse(48_000, [tone(48_000, 2, 1_000, -20)], { phase: 'speech', block: 1_024 });
    const loudest = spectrum.speech.reduce((best, one) => (one.db > best.db ? one : best));
    expect(loudest.hz).toBe(1_000);
    near(loudest.db, -20);
    const bands = analyse(48_000, [noise(48_000, 2, -30)], { phase: 'quiet', block: 1_024 }).spectrum.quiet;
    expect(bands).toHaveLength(31);
    near(10 * Math.log10(bands.reduce((sum, { db }) => sum + 10 ** (db / 10), 0)), -30, 1);
  });

  it('ends below half the sample rate', () => {
    const { spectrum } = analyse(8_000, [noise(8_000, 2, -30)], { phase: 'quiet' });
    expect(spectrum.quiet.at(-1)?.hz).toBe(3_150);
  });
});
