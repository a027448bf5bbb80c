import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeMeasure } from '../../../../src/shared/precheck/verdict/judge-measure.js';
import { evidence, measured, shippedSection } from '../evidence.js';

const section = shippedSection();
const threshold = section.thresholds.find(({ measure }) => measure === 'microphone.floor');
if (!threshold) throw new Error('microphone.floor is not judged');
const tries = (...values: number[]) => {
  const given = evidence({ 'microphone.floor': undefined });
  const attempts = values.map((value, i) => measured('microphone.floor', value, { attempt: i + 1 }));
  return judgeMeasure(
    threshold,
    { ...given, measurements: [...given.measurements, ...attempts] },
    section.repeats,
  );
};

describe('a borderline value', () => {
  it('is measured again by itself', () => {
    expect(tries(-60.4)).toMatchObject({
      verdict: 'pending',
      again: true,
      reasons: [{ code: 'borderline' }],
    });
    expect(tries(-59.2)).toMatchObject({ verdict: 'pending', again: true });
    expect(tries(-66)).toMatchObject({ verdict: 'pass', again: false, confidence: 'high' });
    expect(tries(-52)).toMatchObject({ verdict: 'warn', again: false, confidence: 'high' });
  });

  it('is settled by two that agree', () => {
    expect(tries(-60.4, -60.8)).toMatchObject({ verdict: 'pass', again: false, confidence: 'medium' });
    expect(tries(-59.4, -58)).toMatchObject({ verdict: 'warn', again: false, confidence: 'medium' });
  });

  it('needs a third where two disagree; then the median decides, with low confidence', () => {
    expect(tries(-60.4, -59.6)).toMatchObject({ verdict: 'pending', again: true });
    expect(tries(-60.4, -59.6, -61)).toMatchObject({ verdict: 'pass', value: -60.4, confidence: 'low' });
    expect(tries(-60.4, -59.6, -55)).toMatchObject({ verdict: 'warn', value: -59.6, confidence: 'low' });
  });

  it('never asks more often than twice, and always ends', () => {
    const level = fc.double({ min: -62, max: -43, noNaN: true });
    fc.assert(
      fc.property(level, level, level, (a, b, c) => {
        const after = [tries(a), tries(a, b), tries(a, b, c)];
        const last = after.find(({ again }) => !again);
        expect(last).toBeDefined();
        expect(last?.verdict).not.toBe('pending');
        for (const one of after) expect(one.again).toBe(one.verdict === 'pending');
      }),
    );
  });

  it('a value that is far from every limit has the verdict of its side, at once', () => {
    fc.assert(
      fc.property(fc.double({ min: -110, max: -10, noNaN: true }), (value) => {
        if ([-60, -45].some((bound) => Math.abs(value - bound) <= 1)) return;
        const expected = value > -45 ? 'fail' : value > -60 ? 'warn' : 'pass';
        expect(tries(value)).toMatchObject({ verdict: expected, confidence: 'high', again: false });
      }),
    );
  });
});

describe('few samples', () => {
  const loss = section.thresholds.find(({ measure }) => measure === 'network.loss');
  const judged = (value: number, more: object) => {
    const given = evidence({ 'network.loss': undefined });
    if (!loss) throw new Error('network.loss is not judged');
    return judgeMeasure(loss, { ...given, measurements: [measured('network.loss', value, more)] }, 2);
  };

  it('make the confidence low, and say so', () => {
    expect(judged(0, { samples: 20 })).toMatchObject({
      verdict: 'pass',
      confidence: 'low',
      reasons: [{ code: 'few-samples' }],
    });
    expect(judged(0, { samples: 200 })).toMatchObject({ confidence: 'high', reasons: [] });
  });

  it('one lost probe is no loss: three must be lost', () => {
    expect(judged(5, { evidence: 1 })).toMatchObject({ verdict: 'pass' });
    expect(judged(5, { evidence: 3 })).toMatchObject({ verdict: 'fail' });
  });
});
