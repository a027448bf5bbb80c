import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/schema.js';
import { bitrateOf, STREAMING_PROGRAMS, streamingProgram } from '../../../src/shared/settings/streaming.js';

test.each([
  [['explorer.exe', 'obs64.exe'], 'obs64.exe'],
  [['OBS'], 'OBS'],
  [['obsidian', 'jobs'], undefined],
  [['抖音直播伴侣 Helper'], '抖音直播伴侣 Helper'],
  [['快手直播伴侣.exe'], '快手直播伴侣.exe'],
  [[], undefined],
])('among %j it is %s', (running, found) => {
  expect(streamingProgram(STREAMING_PROGRAMS, running)).toBe(found);
});

test('names are separated as people type them, and an empty list names nobody', () => {
  expect(streamingProgram('foo，bar、baz', ['baz'])).toBe('baz');
  expect(streamingProgram(' , ', ['', 'x'])).toBeUndefined();
});

test('a bitrate is judged by only where somebody named one', () => {
  expect(bitrateOf(DEFAULT_SETTINGS)).toBeUndefined();
  expect(bitrateOf({ platformKbps: 6_000 })).toBe(750_000);
});
