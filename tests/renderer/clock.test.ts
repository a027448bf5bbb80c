// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useClock, watchClock } from '../../src/renderer/src/stores/clock.js';
import { useMonitor } from '../../src/renderer/src/stores/monitor.js';
import { NOW, snapshot } from './support.js';

let stop: () => void = () => {};
const now = () => useClock.getState().now;

beforeEach(() => {
  vi.useFakeTimers();
  useMonitor.setState({ snapshot: null });
  stop = watchClock();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe("the station's clock", () => {
  it('moves with the updates', () => {
    useMonitor.setState({ snapshot: snapshot() });
    expect(now()).toBe(NOW);
    vi.advanceTimersByTime(2_000);
    expect(now()).toBe(NOW);
    useMonitor.setState({ snapshot: snapshot({ at: NOW + 2_040 }) });
    expect(now()).toBe(NOW + 2_000);
  });

  it('goes on by the second when the next update is long in coming', () => {
    useMonitor.setState({ snapshot: snapshot() });
    vi.advanceTimersByTime(2_500);
    expect(now()).toBe(NOW + 2_000);
    vi.advanceTimersByTime(5_000);
    expect(now()).toBe(NOW + 7_000);
  });

  it('stands still between the readings of a trace', () => {
    const mode = { kind: 'replay', name: 'day.jsonl', speed: 10 } as const;
    useMonitor.setState({ snapshot: snapshot({ mode }) });
    vi.advanceTimersByTime(3_000);
    expect(now()).toBe(NOW);
    useMonitor.setState({ snapshot: snapshot({ mode, at: NOW + 20_000 }) });
    expect(now()).toBe(NOW + 20_000);
  });

  it('rests when nobody looks', () => {
    useMonitor.setState({ snapshot: snapshot() });
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
