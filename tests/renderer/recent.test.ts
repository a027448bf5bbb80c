// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Bridge } from '../../src/renderer/src/bridge.js';
import { useMonitor } from '../../src/renderer/src/stores/monitor.js';
import { followRecent, useRecent } from '../../src/renderer/src/stores/recent.js';
import { success } from '../../src/shared/ipc/result.js';
import { metric, NOW, part, settle, snapshot } from './support.js';

const at = (offset: number, value: number | null) =>
  snapshot({
    at: NOW + offset,
    parts: [part({ metrics: [metric('cpu.load', value, { at: NOW + offset })] })],
  });
const show = (offset: number, value: number | null) => useMonitor.setState({ snapshot: at(offset, value) });
const kept = () => useRecent.getState().tracks.get('cpu.load');
const history = [{ metric: 'cpu.load', at: [NOW - 4_000, NOW - 2_000, NOW], values: [1, 2, 3] }];
const bridge = {
  invoke: async () => success(history),
  subscribe: () => () => undefined,
} as unknown as Bridge;
let end = () => {};

beforeEach(() => {
  useMonitor.setState({ snapshot: null });
  useRecent.setState({ tracks: new Map() });
  end = followRecent(bridge);
});
afterEach(() => end());

it('joins what main kept and what came meanwhile, each value once', async () => {
  show(0, 3);
  show(2_000, 4);
  await settle();
  show(4_000, null);
  expect(kept()).toEqual({
    at: [NOW - 4_000, NOW - 2_000, NOW, NOW + 2_000, NOW + 4_000],
    values: [1, 2, 3, 4, null],
  });
});

it('a clock set back starts anew, and a long day stays bounded', async () => {
  await settle();
  for (let i = 1; i < 900; i += 1) show(i * 1_000, i);
  expect(kept()?.at.length).toBeLessThanOrEqual(600);
  expect(kept()?.values.at(-1)).toBe(899);
  show(-3_600_000, 5);
  expect(kept()?.values).toEqual([5]);
});
