import { describe, expect, it } from 'vitest';
import { FrameAnalyser } from '../../../../src/shared/precheck/video/analyser.js';
import { plain, scene, toRgba } from '../../../support/media/pictures.js';
import { HEIGHT, WIDTH, watch } from './watch.js';

const look = (more = {}) => scene(WIDTH, HEIGHT, more);

describe('a healthy picture', () => {
  const result = watch(look(), { phase: 'wave' });

  it('has the size and the rate of the camera', () => {
    expect(result).toMatchObject({ width: 1_920, height: 1_080, dropped: 0, missed: 0 });
    expect(result.fps).toBeCloseTo(30, 6);
  });

  it('is lit, moves, and has neither copies nor glare nor a cast', () => {
    expect(result).toMatchObject({ black: 0, frozen: 0, glare: 0, latencyMs: null });
    expect(result.frozenForMs).toBeLessThan(40);
    expect(result.luma).toBeGreaterThan(90);
    expect(result.luma).toBeLessThan(140);
    expect(result.overexposed).toBeLessThan(1);
    expect(result.underexposed).toBeLessThan(2);
    expect(result.motion).toBeGreaterThan(20);
    expect(result.colourCast).toBeLessThan(2);
  });
});

describe('each defect', () => {
  it('black', () => {
    expect(watch(() => plain(WIDTH, HEIGHT, 16))).toMatchObject({ black: 100, luma: 0, colourCast: null });
  });

  it('frozen: every picture is a copy, for as long as it was shown', () => {
    const result = watch(look({ frozen: true }), { frames: 121 });
    expect(result).toMatchObject({ frozen: 100, still: 0 });
    expect(result.frozenForMs).toBeCloseTo(4_000, 6);
  });

  it('frozen for a while in the middle is found with its length', () => {
    const pictures = look();
    const stuck = pictures(0);
    const result = watch((i) => (i >= 30 && i < 105 ? stuck : pictures(i)), { frames: 150 });
    // From the first of the copies to the next new picture.
    expect(result.frozenForMs).toBeCloseTo(2_500, 6);
    expect(result.frozen).toBeCloseTo((100 * 74) / 149, 6);
  });

  it('a still scene has grain: it is still, and not frozen, and nobody waved', () => {
    const result = watch(look({ still: true }), { phase: 'wave' });
    expect(result).toMatchObject({ frozen: 0, still: 100 });
    expect(result.motion).toBeLessThan(6);
  });

  it('under-exposed and over-exposed', () => {
    const dark = watch(look({ gain: 0.25 }), { frames: 10 });
    expect(dark.luma).toBeGreaterThan(20);
    expect(dark.luma).toBeLessThan(40);
    expect(dark.black).toBe(0);
    const bright = watch(look({ gain: 1.6, offset: 70 }), { frames: 10 });
    expect(bright.luma).toBeGreaterThan(220);
    expect(bright.overexposed).toBeGreaterThan(30);
  });

  it('glare is a lamp, and not one spark', () => {
    expect(watch(look({ lamp: 0.04 }), { frames: 5 }).glare).toBeGreaterThan(2.5);
    expect(watch(look({ lamp: 0.04 }), { frames: 5 }).glare).toBeLessThan(5);
    expect(watch(look({ lamp: 0.001 }), { frames: 5 }).glare).toBe(0);
  });

  it('a colour cast', () => {
    expect(watch(look({ u: 100, v: 150 }), { frames: 5 }).colourCast).toBeGreaterThan(30);
  });

  it('15 frames a second', () => {
    expect(watch(look(), { fps: 15, frames: 60 }).fps).toBeCloseTo(15, 6);
  });
});

describe('what is not the camera', () => {
  it('the same frame shown twice is one frame, and no copy', () => {
    const pictures = look();
    const analyser = new FrameAnalyser(WIDTH, HEIGHT);
    for (let i = 0; i < 20; i++) {
      const frame = { rgba: toRgba(pictures(i)), atMs: i * 33, width: 1, height: 1, phase: 'other' as const };
      analyser.push(frame);
      analyser.push(frame);
    }
    expect(analyser.result()).toMatchObject({ frames: 20, frozen: 0 });
  });

  it('frames that we did not get to see are ours: no freeze, no lower rate', () => {
    const pictures = look();
    const analyser = new FrameAnalyser(WIDTH, HEIGHT);
    for (let i = 0; i < 150; i++) {
      if (i > 20 && i < 110) continue;
      const rgba = toRgba(pictures(i));
      analyser.push({ rgba, atMs: (i * 1_000) / 30, width: 1, height: 1, phase: 'other', shown: i + 1 });
    }
    const result = analyser.result();
    expect(result).toMatchObject({ missed: 89, dropped: 0 });
    expect(result.fps).toBeCloseTo(30, 6);
    expect(result.frozenForMs).toBeLessThan(40);
  });

  it('a freeze goes on over frames that we did not get to see', () => {
    const analyser = new FrameAnalyser(WIDTH, HEIGHT);
    const rgba = toRgba(scene(WIDTH, HEIGHT, { frozen: true })(0));
    for (let i = 0; i <= 120; i += 1 + (i % 3))
      analyser.push({ rgba, atMs: i * 25, width: 1, height: 1, phase: 'other', shown: i + 1 });
    expect(analyser.result().frozenForMs).toBeGreaterThan(2_900);
  });

  it('nothing at all is unknown, and one frame says nothing of change', () => {
    expect(new FrameAnalyser(WIDTH, HEIGHT).result()).toMatchObject({
      fps: null,
      width: null,
      luma: null,
      black: null,
      frozen: null,
      frozenForMs: null,
      motion: null,
    });
    expect(watch(look(), { frames: 1 })).toMatchObject({ frozen: null, still: null, fps: null, black: 0 });
  });
});
