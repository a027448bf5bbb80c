import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, formatLasting, shownLasting } from '../../../src/shared/format/duration.js';
import { translator } from './translator.js';

const zh = translator('zh-CN');
const en = translator('en');

describe('formatDuration', () => {
  it.each([
    [0, '0 秒', '0 s'],
    [12_900, '12 秒', '12 s'],
    [252_000, '4 分 12 秒', '4 min 12 s'],
    [11_520_000, '3 小时 12 分', '3 h 12 min'],
    [190_800_000, '2 天 5 小时', '2 d 5 h'],
    [-5_000, '0 秒', '0 s'],
  ])('%d ms', (ms, chinese, english) => {
    expect(formatDuration(ms, zh)).toBe(chinese);
    expect(formatDuration(ms, en)).toBe(english);
  });
});

describe('formatLasting', () => {
  it.each([
    [-5_000, '0 秒', '0 s'],
    [59_999, '59 秒', '59 s'],
    [60_000, '1 分钟', '1 min'],
    [252_000, '4 分钟', '4 min'],
    [3_600_000, '1 小时 0 分', '1 h 0 min'],
    [190_800_000, '2 天 5 小时', '2 d 5 h'],
  ])('%d ms', (ms, chinese, english) => {
    expect(formatLasting(ms, zh)).toBe(chinese);
    expect(formatLasting(ms, en)).toBe(english);
  });

  it('writes what is shown of a length like the length itself, and nothing else', () => {
    const t = (key: string, params?: object) => `${key} ${JSON.stringify(params)}`;
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 400 * 86_400_000 }), (length) => {
        expect(formatLasting(shownLasting(length), t)).toBe(formatLasting(length, t));
        const isSame = shownLasting(length + 1) === shownLasting(length);
        expect(formatLasting(length + 1, t) === formatLasting(length, t)).toBe(isSame);
      }),
    );
  });
});
