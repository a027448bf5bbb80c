import { describe, expect, it } from 'vitest';
import { compareRecords } from '../../../../src/shared/precheck/record/compare.js';
import { rejudge } from '../../../../src/shared/precheck/record/rejudge.js';
import { precheckRecordSchema } from '../../../../src/shared/precheck/record/schema.js';
import { confirmedBut, evidence, NOW, shippedSection } from '../evidence.js';
import { record } from './record.js';

const noisy = evidence({ 'microphone.floor': -52 });

describe('a record', () => {
  it('is what its schema says, and the same after being stored', () => {
    for (const one of [record(), record(noisy), record(evidence({ 'camera.fps': undefined }))]) {
      expect(precheckRecordSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
    }
  });

  it.each([
    [
      'a measurement with neither value nor reason',
      { measurements: [{ measure: 'camera.fps', value: null, at: 1, attempt: 1 }] },
    ],
    ['a waiver without a reason', { waivers: [{ item: 'P2.d', by: 'Ann', role: 'it', reason: '', at: 1 }] }],
    ['a file outside the folder', { thumbnail: { file: '../x.jpg', sha256: '0'.repeat(64) } }],
    ['something else', { more: true }],
  ])('does not hold %s', (_, change) => {
    expect(precheckRecordSchema.safeParse({ ...record(), ...change }).success).toBe(false);
  });

  it('keeps a place for the session sheet', () => {
    const one = { ...record(), session: { plan: { channel: 'x' } } };
    expect(precheckRecordSchema.parse(one)).toEqual(one);
  });
});

describe('judging a record again', () => {
  it('gives the same by the numbers of its time, whatever day it is', () => {
    const old = record(noisy, { waivers: [] });
    expect(rejudge(old)).toEqual({ judgements: old.judgements, result: old.result });
  });

  it('gives another verdict by other numbers', () => {
    const section = structuredClone(shippedSection());
    for (const threshold of section.thresholds)
      if (threshold.measure === 'microphone.floor')
        for (const limit of threshold.limits) if (limit.of === 'value') limit.value += 20;
    expect(record(noisy).result).toBe('incomplete');
    expect(rejudge(record(noisy), section).result).toBe('go');
    expect(rejudge(record(), null).result).toBe('incomplete');
  });

  it('a waiver of a presenter does not cover what is a fail by other numbers', () => {
    const waivers = [
      { item: 'P2.c.microphone', by: 'Ann', role: 'presenter', reason: 'fan', at: NOW } as const,
    ];
    const waived = record(noisy, { waivers: [...waivers], result: 'conditional' });
    expect(rejudge(waived).result).toBe('conditional');
    const section = structuredClone(shippedSection());
    for (const threshold of section.thresholds)
      if (threshold.measure === 'microphone.floor')
        for (const limit of threshold.limits) if (limit.verdict === 'fail') limit.value = -58;
    expect(rejudge(waived, section).result).toBe('no-go');
  });
});

describe('comparing two records', () => {
  it('finds what changed, and nothing in the same', () => {
    expect(compareRecords(record(), record())).toEqual({ items: [], measures: [] });
    const now = record(
      evidence({ 'microphone.floor': -52 }, { confirmations: confirmedBut('P1.a', { answer: 'no' }) }),
    );
    expect(compareRecords(record(), now)).toEqual({
      items: [
        { item: 'P1.a', before: 'pass', now: 'fail' },
        { item: 'P2.c.microphone', before: 'pass', now: 'warn' },
      ],
      measures: [{ measure: 'microphone.floor', before: -66, now: -52 }],
    });
  });
});
