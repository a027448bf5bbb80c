import { describe, expect, it } from 'vitest';
import { formatClock, formatMoment } from '../../../src/shared/format/time.js';

const at = new Date(2026, 10, 21, 14, 2, 31).getTime();

describe('formatMoment', () => {
  it('leaves the day out today', () => {
    expect(formatMoment(at, at + 60_000, 'zh-CN')).toBe('14:02');
  });

  it('says the day when it was another one', () => {
    expect(formatMoment(at, at + 86_400_000, 'zh-CN')).toBe('11月21日 14:02');
    expect(formatMoment(at, at + 86_400_000, 'en')).toBe('Nov 21 14:02');
  });

  it('writes midnight as 00', () => {
    expect(formatClock(new Date(2026, 10, 21, 0, 0, 5).getTime())).toBe('00:00:05');
  });
});
