import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, shownDuration } from '../../../src/shared/format/duration.js';
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

it('what is shown of a length is written like the length itself', () => {
  const t = (key: string, params?: object) => `${key} ${JSON.stringify(params)}`;
  fc.assert(
    fc.property(fc.integer({ min: -5_000, max: 400 * 86_400_000 }), (length) => {
      expect(formatDuration(shownDuration(length), t)).toBe(formatDuration(length, t));
      expect(shownDuration(length + 1)).toBeGreaterThanOrEqual(shownDuration(length));
    }),
  );
});
