import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Monitor } from '../../../src/main/monitor/monitor.js';
import { replaySource } from '../../../src/main/monitor/replay-source.js';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { reading } from '../../support/profile.js';

const START = 1_767_225_600_000;
const pause = vi.hoisted(() => vi.fn());
vi.mock('node:timers/promises', () => ({ setTimeout: pause }));

/** A monitor that only writes down when it was given what, on the clock of the computer. */
function recorder() {
  const taken: { at: number; count: number; after: number }[] = [];
  const notices: unknown[] = [];
  const states: string[] = [];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const monitor = {
    take: (readings: readonly Reading[], at: number) =>
      taken.push({ at, count: readings.length, after: Math.round(performance.now()) }),
    addNotice: (notice: unknown) => {
      notices.push(notice);
      end();
    },
    setSampler: ({ state }: { state: string }) => states.push(state),
  } as unknown as Monitor;
  return { monitor, taken, notices, states, ended };
}

async function play(trace: readonly Reading[], speed: number) {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const { monitor, ...seen } = recorder();
  const read = async function* () {
    yield* trace;
  };
  const source = replaySource(monitor, read, { file: '/traces/day.jsonl', speed }, log);
  source.start();
  await seen.ended;
  return { ...seen, log };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  pause.mockReset().mockImplementation(async (ms: number) => vi.advanceTimersByTime(ms));
});
afterEach(() => void vi.useRealTimers());

test('keeps order, groups and gaps, divided by the speed; a step back waits for nothing', async () => {
  const begin = performance.now();
  const { taken, notices, states } = await play(
    [
      reading('cpu.load', 1, START),
      reading('memory.usage', 1, START),
      reading('cpu.load', 1, START + 10_000),
      reading('cpu.load', 1, START + 5_000),
      reading('memory.usage', 1, START + 5_000),
      reading('cpu.load', 1, START + 3_605_000),
    ],
    10,
  );
  expect(taken.map(({ at, count }) => [at - START, count])).toEqual([
    [0, 2],
    [10_000, 1],
    [5_000, 2],
    [3_605_000, 1],
  ]);
  expect(taken.map(({ after }) => after - begin)).toEqual([0, 1_000, 1_000, 361_000]);
  expect(notices).toEqual([{ code: 'replay-ended', detail: 'day.jsonl' }]);
  expect(states).toEqual(['running', 'ended']);
});

test('a gap of months is waited for in pieces that a timer can hold', async () => {
  const months = 90 * 86_400_000;
  await play([reading('cpu.load', 1, START), reading('cpu.load', 1, START + months)], 1);
  const waits = pause.mock.calls.map(([ms]) => ms as number);
  expect(Math.max(...waits)).toBeLessThan(2 ** 31);
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(months);
});
