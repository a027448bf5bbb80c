import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pick } from '../../../src/renderer/src/features/precheck/capture/devices.js';
import { problemOf } from '../../../src/renderer/src/features/precheck/capture/open.js';
import { SoundTake } from '../../../src/renderer/src/features/precheck/capture/sound-take.js';
import { fromDay, toDay } from '../../../src/renderer/src/features/precheck/steps/day.js';

const named = (name: string) => Object.assign(new Error('x'), { name });

describe('why a device can’t be opened', () => {
  it.each([
    ['NotFoundError', 'granted', 'no-device'],
    ['OverconstrainedError', 'granted', 'no-device'],
    ['NotAllowedError', 'granted', 'permission-denied'],
    ['NotAllowedError', 'denied', 'permission-denied-by-system'],
    ['NotReadableError', 'granted', 'device-busy'],
    ['NotReadableError', 'denied', 'permission-denied-by-system'],
    ['AbortError', 'granted', 'device-busy'],
    ['TypeError', 'granted', 'failed'],
  ] as const)('%s, system says %s: %s', (name, access, code) => {
    expect(problemOf(named(name), access)).toBe(code);
  });

  it('anything else that is thrown is a failure, too', () => {
    expect(problemOf('text', 'granted')).toBe('failed');
    expect(problemOf(undefined, 'granted')).toBe('failed');
  });
});

describe('the device to use', () => {
  const list = [
    { id: 'a', label: 'One', group: '1' },
    { id: 'b', label: 'Two', group: '2' },
  ];
  it('is that of last time, by id, then by name, else the first', () => {
    expect(pick(list, { id: 'b', label: 'x' })?.id).toBe('b');
    expect(pick(list, { id: 'gone', label: 'Two' })?.id).toBe('b');
    expect(pick(list, { id: 'gone', label: 'gone' })?.id).toBe('a');
    expect(pick(list, undefined)?.id).toBe('a');
    expect(pick([], undefined)).toBeUndefined();
  });
});

describe('the sound of a take', () => {
  const RATE = 8_000;
  /** Quiet at −60 dBFS for 3 s, a tone at −20 dBFS for 5 s, quiet again. */
  const sample = (i: number) => {
    const speaks = i >= 3 * RATE && i < 8 * RATE;
    return (speaks ? 0.1 : 0.001) * Math.SQRT2 * Math.sin((2 * Math.PI * 440 * i) / RATE);
  };
  const feed = (sizes: readonly number[], first = 0) => {
    const take = new SoundTake(RATE, 1, first);
    let [at, n] = [0, 0];
    for (;;) {
      const size = sizes[n++ % sizes.length] ?? 128;
      const block = Float32Array.from({ length: size }, (_, i) => sample(at + i));
      const complete = take.push(first + at, [block]);
      at += size;
      if (complete) return { take, at };
    }
  };

  it('is ten seconds, and its phases are those of the plan, whatever the blocks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 64, max: 5_000 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        const { take } = feed(sizes, 12_345);
        const result = take.result();
        expect(result.seconds).toBeCloseTo(10, 6);
        expect(result.floor).toBeCloseTo(-60, 0);
        expect(result.speech).toBeCloseTo(-20, 0);
        expect(take.lost).toBe(0);
      }),
      { numRuns: 8 },
    );
  });

  it('counts samples that never came', () => {
    const take = new SoundTake(RATE, 2, 100);
    const block = new Float32Array(50);
    take.push(100, [block, block]);
    take.push(180, [block, block]);
    expect(take.lost).toBe(30);
  });
});

describe('days of a date field', () => {
  it('go there and back', () => {
    const now = Date.now();
    const day = toDay(now);
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(toDay(fromDay(day) ?? 0)).toBe(day);
  });
  it('are none when they are in the future or no days', () => {
    expect(fromDay(toDay(Date.now() + 2 * 86_400_000))).toBeNull();
    expect(fromDay('')).toBeNull();
    expect(fromDay('2026-13-99')).toBeNull();
  });
});
