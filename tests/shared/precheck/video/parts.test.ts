import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exposure } from '../../../../src/shared/precheck/video/exposure.js';
import { FrameClock } from '../../../../src/shared/precheck/video/frame-clock.js';
import { Glare } from '../../../../src/shared/precheck/video/glare.js';
import { toLuma } from '../../../../src/shared/precheck/video/luma.js';
import { SharpnessMeter } from '../../../../src/shared/precheck/video/sharpness.js';
import { type Look, plain, scene, toRgba } from '../../../support/media/pictures.js';

describe('sharpness', () => {
  const of = (look: Look, frames = 3) => {
    const meter = new SharpnessMeter(640, 360);
    const pictures = scene(640, 360, look);
    for (let i = 0; i < frames; i++) meter.push(toRgba(pictures(i)));
    return meter.result() ?? Number.NaN;
  };

  it('tells a sharp picture from a blurred one, with grain in both', () => {
    expect(of({})).toBeGreaterThan(300);
    expect(of({ blurred: true })).toBeLessThan(0.1 * of({}));
    expect(of({ blurred: true })).toBeLessThan(100);
  });

  it('does not take a dim picture for a blurred one', () => {
    expect(of({ gain: 0.5 }) / of({})).toBeGreaterThan(0.8);
  });

  it('is nothing where there is no contrast, or one picture only', () => {
    const meter = new SharpnessMeter(64, 36);
    for (let i = 0; i < 2; i++) meter.push(toRgba(plain(64, 36, 120)));
    expect(meter.result()).toBeNull();
    expect(of({}, 1)).toBeNaN();
  });
});

describe('the frame rate', () => {
  it('is that of the time stamps, whatever it is and wherever they begin', () => {
    const fps = fc.double({ min: 1, max: 120, noNaN: true });
    fc.assert(
      fc.property(fps, fc.double({ min: 0, max: 1e9, noNaN: true }), (rate, start) => {
        const clock = new FrameClock();
        const frames = Math.ceil(3.1 * rate) + 1;
        for (let i = 0; i < frames; i++) clock.push(start + (i * 1_000) / rate);
        expect(clock.result().fps).toBeCloseTo(rate, 3);
      }),
    );
  });

  it('counts what a camera leaves out', () => {
    fc.assert(
      fc.property(
        fc.subarray(
          [...Array(88).keys()].map((i) => i + 1),
          { maxLength: 20 },
        ),
        (gone) => {
          const clock = new FrameClock();
          const left = new Set(gone);
          for (let i = 0; i <= 120; i++) if (!left.has(i)) clock.push((i * 1_000) / 30);
          expect(clock.result()).toMatchObject({
            dropped: gone.length,
            missed: 0,
            frames: 121 - gone.length,
          });
        },
      ),
    );
  });

  it('is not told from less than three seconds, nor from times that stand still', () => {
    const clock = new FrameClock();
    for (let i = 0; i < 80; i++) clock.push(i * 33);
    expect(clock.result().fps).toBeNull();
    expect(clock.push(79 * 33)).toBe(0);
    expect(clock.push(5)).toBe(0);
  });
});

describe('pictures in numbers', () => {
  const size = 16 * 16;
  const bytes = fc.uint8Array({ minLength: size * 4, maxLength: size * 4 });

  it('stay in their bounds for any pixels', () => {
    const exposure = new Exposure();
    const luma = new Uint8Array(size);
    const glare = new Glare(16, 16);
    fc.assert(
      fc.property(bytes, (rgba) => {
        toLuma(rgba, luma);
        exposure.measure(luma);
        const mean = luma.reduce((sum, y) => sum + y, 0) / size;
        expect(exposure.mean).toBeCloseTo(mean, 9);
        expect(exposure.variance).toBeGreaterThanOrEqual(-1e-9);
        for (const share of [exposure.highlights, exposure.shadows, glare.measure(luma)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('white is all glare, a checkerboard of white none', () => {
    const white = new Uint8Array(64 * 64).fill(255);
    expect(new Glare(64, 64).measure(white)).toBe(1);
    const board = white.map((_, i) => (((i % 64) + Math.floor(i / 64)) % 2) * 255);
    expect(new Glare(64, 64).measure(board)).toBe(0);
  });

  it('of grey colours luma is the grey', () => {
    for (let grey = 0; grey < 256; grey++) {
      const luma = new Uint8Array(1);
      toLuma(Uint8Array.of(grey, grey, grey, 255), luma);
      expect(luma[0]).toBe(grey);
    }
  });
});
