// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followMonitor } from '../../src/renderer/src/stores/feed.js';
import { useMonitor } from '../../src/renderer/src/stores/monitor.js';
import { FakeMain, metric, part, settle, snapshot, update } from './support.js';

let main: FakeMain;
let stop: () => void = () => {};
const shown = () => useMonitor.getState().snapshot;

beforeEach(() => {
  vi.useFakeTimers();
  useMonitor.setState({ snapshot: null, failed: false });
  main = new FakeMain();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('followMonitor', () => {
  it('applies updates that came while the snapshot was on its way, and skips those it holds already', async () => {
    let arrive: (value: ReturnType<typeof snapshot>) => void = () => {};
    main.willShow(new Promise((resolve) => (arrive = resolve)));
    stop = followMonitor(main.bridge);
    for (const seq of [4, 5, 6, 7]) main.send('monitor:update', update(seq));
    expect(shown()).toBeNull();
    arrive(snapshot({ seq: 5 }));
    await settle();
    expect(shown()?.seq).toBe(7);
    expect(main.asked).toEqual(['monitor:snapshot']);
  });

  it('asks again when a number is missing, and goes on from there', async () => {
    main.willShow(snapshot({ seq: 1 }), snapshot({ seq: 9 }));
    stop = followMonitor(main.bridge);
    await settle();
    main.send('monitor:update', update(2));
    main.send('monitor:update', update(4));
    main.send('monitor:update', update(5));
    expect(shown()?.seq).toBe(2);
    await settle();
    expect(shown()?.seq).toBe(9);
    main.send('monitor:update', update(10));
    expect(shown()?.seq).toBe(10);
    expect(main.asked).toHaveLength(2);
  });

  it('finds a gap among the updates that waited', async () => {
    let arrive: (value: ReturnType<typeof snapshot>) => void = () => {};
    main.willShow(new Promise((resolve) => (arrive = resolve)), snapshot({ seq: 8 }));
    stop = followMonitor(main.bridge);
    main.send('monitor:update', update(6));
    main.send('monitor:update', update(8));
    arrive(snapshot({ seq: 5 }));
    await settle();
    expect(shown()?.seq).toBe(8);
    expect(main.asked).toHaveLength(2);
  });

  it('says so when there is no snapshot, and tries again', async () => {
    main.willShow(null, snapshot({ seq: 3 }));
    stop = followMonitor(main.bridge);
    await settle();
    expect(useMonitor.getState()).toEqual({ snapshot: null, failed: true });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(useMonitor.getState().failed).toBe(false);
    expect(shown()?.seq).toBe(3);
  });

  it('keeps what did not change as it was, so that it is not rendered again', async () => {
    const memory = part({ part: 'memory', clause: 'R1.c', metrics: [metric('memory.usage', 50)] });
    const first = snapshot({ parts: [...snapshot().parts, memory] });
    main.willShow(first);
    stop = followMonitor(main.bridge);
    await settle();
    const hotter = part({ metrics: [metric('cpu.temperature', 66)] });
    main.send('monitor:update', update(2, { parts: [hotter] }));
    expect(shown()?.parts).toEqual([hotter, memory]);
    expect(shown()?.parts[1]).toBe(memory);
    expect(shown()?.verdict).toBe(first.verdict);
    expect(shown()?.incidents).toBe(first.incidents);
  });

  it('hears nothing after its end', async () => {
    main.willShow(snapshot());
    stop = followMonitor(main.bridge);
    await settle();
    stop();
    main.send('monitor:update', update(2));
    expect(shown()?.seq).toBe(1);
  });
});
