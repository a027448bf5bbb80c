import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Watchdog } from '../../../src/main/monitor/watchdog.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function setUp() {
  const onSilence = vi.fn();
  const ranOut = vi.fn();
  const set = globalThis.setTimeout;
  const timers = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms: number) =>
    set(() => {
      ranOut();
      run();
    }, ms)) as typeof setTimeout);
  return { watchdog: new Watchdog(onSilence), onSilence, timers, ranOut };
}

describe('Watchdog', () => {
  test.each([
    ['often', 2_000, 6_000],
    ['rarely', 10_000, 15_500],
  ])('news that come %s in time never let the timer run out', (_how, everyMs, withinMs) => {
    const { watchdog, onSilence, timers, ranOut } = setUp();
    watchdog.expect(withinMs);
    for (let at = 0; at < 600_000; at += everyMs) {
      vi.advanceTimersByTime(everyMs);
      watchdog.expect(withinMs);
    }
    expect(onSilence).not.toHaveBeenCalled();
    expect(ranOut).not.toHaveBeenCalled();
    expect(timers.mock.calls.length).toBeLessThanOrEqual(600_000 / (withinMs / 2) + 1);
  });

  test.each([100, 2_900, 3_100, 5_900])(
    'silence is called out when its time since the news at %i ms is over',
    (at) => {
      const { watchdog, onSilence } = setUp();
      watchdog.expect(6_000);
      vi.advanceTimersByTime(at);
      watchdog.expect(6_000);
      vi.advanceTimersByTime(5_990);
      expect(onSilence).not.toHaveBeenCalled();
      vi.advanceTimersByTime(20);
      expect(onSilence).toHaveBeenCalledTimes(1);
      vi.advanceTimersByTime(60_000);
      expect(onSilence).toHaveBeenCalledTimes(1);
    },
  );

  test('who expects news sooner is told sooner, and who rests never', () => {
    const { watchdog, onSilence } = setUp();
    watchdog.expect(15_000);
    watchdog.expect(2_000);
    vi.advanceTimersByTime(2_010);
    expect(onSilence).toHaveBeenCalledTimes(1);
    watchdog.expect(2_000);
    watchdog.rest();
    vi.advanceTimersByTime(60_000);
    expect(onSilence).toHaveBeenCalledTimes(1);
  });
});
