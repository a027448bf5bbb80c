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
  it('goes on between live updates, a second at a time', () => {
    useMonitor.setState({ snapshot: snapshot() });
    expect(now()).toBe(NOW);
    vi.advanceTimersByTime(3_000);
    expect(now()).toBe(NOW + 3_000);
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
