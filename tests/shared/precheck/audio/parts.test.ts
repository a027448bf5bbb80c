import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fft } from '../../../../src/shared/precheck/audio/fft.js';
import { louderMicrophone } from '../../../../src/shared/precheck/audio/louder-microphone.js';
import { phaseAt, TAKE_MS, TAKE_PLAN } from '../../../../src/shared/precheck/take.js';

describe('the transform', () => {
  it('is the discrete Fourier transform', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(values, (all) => {
        const re = Float64Array.from(all.slice(0, 16));
        const im = Float64Array.from(all.slice(16));
        const before = { re: [...re], im: [...im] };
        new Fft(16).transform(re, im);
        for (let k = 0; k < 16; k++) {
          let [r, i] = [0, 0];
          for (let n = 0; n < 16; n++) {
            const angle = (-2 * Math.PI * k * n) / 16;
            const [x, y] = [before.re[n] ?? 0, before.im[n] ?? 0];
            r += x * Math.cos(angle) - y * Math.sin(angle);
            i += x * Math.sin(angle) + y * Math.cos(angle);
          }
          expect(re[k]).toBeCloseTo(r, 9);
          expect(im[k]).toBeCloseTo(i, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('takes powers of two only', () => {
    for (const size of [0, 1, 3, 100]) expect(() => new Fft(size)).toThrow(RangeError);
  });
});

describe('another microphone', () => {
  const heard = [
    { id: 'a', speech: -40 },
    { id: 'b', speech: -22 },
    { id: 'c', speech: -25 },
  ];

  it('is named when it hears clearly more: the loudest', () => {
    expect(louderMicrophone('a', heard)?.id).toBe('b');
  });

  it('is not named when the difference is small, or the chosen one was not among them', () => {
    expect(louderMicrophone('c', heard)).toBeUndefined();
    expect(louderMicrophone('x', heard)).toBeUndefined();
  });
});

describe('the take', () => {
  it('has its phases one after the other, and no other', () => {
    expect(TAKE_PLAN.map(({ from }) => from)).toEqual([0, ...TAKE_PLAN.slice(0, -1).map(({ to }) => to)]);
    expect(TAKE_PLAN.at(-1)?.to).toBe(TAKE_MS);
    expect([0, 2_999, 3_000, 8_000, 9_999, 10_000, -1].map(phaseAt)).toEqual([
      'quiet',
      'quiet',
      'speech',
      'wave',
      'wave',
      'other',
      'other',
    ]);
  });
});
