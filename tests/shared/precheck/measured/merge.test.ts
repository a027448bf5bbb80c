import { expect, test } from 'vitest';
import { withRun } from '../../../../src/shared/precheck/measured/merge.js';
import { measured } from '../evidence.js';

const floor = (value: number, attempt: number) => measured('microphone.floor', value, { attempt });
const fps = measured('camera.fps', 30);

test('a repeated item replaces what was measured, a second attempt stands beside the first', () => {
  const first = withRun([fps], [floor(-60.4, 1)]);
  expect(first).toEqual([fps, floor(-60.4, 1)]);
  const second = withRun(first, [floor(-59.8, 2)]);
  expect(second).toEqual([fps, floor(-60.4, 1), floor(-59.8, 2)]);
  // Given twice, for instance after a crash, it still counts once.
  expect(withRun(second, [floor(-59.8, 2)])).toEqual(second);
  expect(withRun(second, [floor(-70, 1)])).toEqual([fps, floor(-70, 1)]);
});
