import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { reading, station } from '../../support/profile.js';

const lacking = (missing: Reading['missing'], at: number) =>
  reading('disk.latency', null, at, missing && { missing });

describe('what the verdict says cannot be read', () => {
  it.each([
    ['needs-rights', 1],
    ['unsupported', 1],
    ['not-present', 0],
    ['warming-up', 0],
  ] as const)('%s: %i', (missing, count) => {
    const one = station();
    one.ingest(lacking(missing, 1));
    one.commit(1);
    expect(one.verdict.unreadable).toBe(count);
  });

  it('a disk that rests every other tick changes nothing in it', () => {
    const one = station();
    const counts = [2, null, 3, null].map((value, tick) => {
      const at = 1 + tick * 2_000;
      one.ingest(value === null ? lacking('not-present', at) : reading('disk.latency', value, at));
      one.commit(at);
      return one.verdict.unreadable;
    });
    expect(counts).toEqual([0, 0, 0, 0]);
  });
});
