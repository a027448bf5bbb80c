import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  highPassCoefficients,
  shelfCoefficients,
} from '../../../../src/shared/precheck/audio/k-weighting.js';
import { LoudnessMeter } from '../../../../src/shared/precheck/audio/loudness.js';
import { join, noise, silence, sine } from '../../../support/media/signals.js';

const integrated = (rate: number, channels: Float32Array[], block = 1_024) => {
  const meter = new LoudnessMeter(rate, channels.length);
  for (let at = 0; at < (channels[0]?.length ?? 0); at += block)
    meter.push(channels.map((one) => one.subarray(at, at + block)));
  return meter.integrated();
};
/** Stereo 1 kHz sines one after the other: [peak dBFS, seconds]. */
const sequence = (rate: number, parts: [number, number][]) => {
  const signal = join(...parts.map(([db, seconds]) => sine(rate, seconds, 1_000, db)));
  return integrated(rate, [signal, signal]);
};

describe('integrated loudness', () => {
  it('has the filters of BS.1770-4 (tables 1 and 2) at 48 kHz', () => {
    const shelf = shelfCoefficients(48_000);
    expect(shelf.b0).toBeCloseTo(1.53512485958697, 10);
    expect(shelf.b1).toBeCloseTo(-2.69169618940638, 10);
    expect(shelf.b2).toBeCloseTo(1.19839281085285, 10);
    expect(shelf.a1).toBeCloseTo(-1.69065929318241, 10);
    expect(shelf.a2).toBeCloseTo(0.73248077421585, 10);
    const pass = highPassCoefficients(48_000);
    expect(pass.a1).toBeCloseTo(-1.99004745483398, 10);
    expect(pass.a2).toBeCloseTo(0.99007225036621, 10);
  });

  // EBU Tech 3341, table 1: minimum requirements test signals 1 to 5, tolerance ±0.1 LU.
  it.each([
    ['1', [[-23, 20]], -23],
    ['2', [[-33, 20]], -33],
    [
      '3',
      [
        [-36, 10],
        [-23, 60],
        [-36, 10],
      ],
      -23,
    ],
    [
      '4',
      [
        [-72, 10],
        [-36, 10],
        [-23, 60],
        [-36, 10],
        [-72, 10],
      ],
      -23,
    ],
    [
      '5',
      [
        [-26, 20],
        [-20, 20.1],
        [-26, 20],
      ],
      -23,
    ],
  ] as [string, [number, number][], number][])(
    'EBU Tech 3341 case %s',
    { timeout: 60_000 },
    (_, parts, lufs) => {
      expect(Math.abs((sequence(48_000, parts) ?? 0) - lufs)).toBeLessThanOrEqual(0.1);
    },
  );

  it.each([8_000, 11_025, 16_000, 22_050, 44_100, 96_000, 192_000])(
    'gives −23.0 for the stereo sine at −23 dBFS at %i Hz too',
    { timeout: 60_000 },
    (rate) => {
      expect(Math.abs((sequence(rate, [[-23, 3]]) ?? 0) + 23)).toBeLessThanOrEqual(0.1);
    },
  );

  it('is nothing where nothing is louder than −70 LUFS, or the sound is shorter than a block', () => {
    expect(integrated(48_000, [silence(48_000, 2)])).toBeNull();
    expect(sequence(48_000, [[-75, 3]])).toBeNull();
    expect(sequence(48_000, [[-20, 0.39]])).toBeNull();
    expect(sequence(48_000, [[-20, 0.41]])).not.toBeNull();
  });

  it('is the same however the sound is cut into blocks, and moves with its gain', () => {
    const signal = noise(8_000, 2, -30);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: -20, max: 20 }), (block, gain) => {
        const louder = signal.map((x) => x * 10 ** (gain / 20));
        const reference = integrated(8_000, [signal]) ?? 0;
        expect(integrated(8_000, [louder], block)).toBeCloseTo(reference + gain, 3);
      }),
      { numRuns: 30 },
    );
  });
});
