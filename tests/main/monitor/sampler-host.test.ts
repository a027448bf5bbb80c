import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Budget, restartDelay } from '../../../src/main/monitor/back-off.js';
import type { Patience } from '../../../src/main/monitor/patience.js';
import { SamplerHost, type SpawnSampler } from '../../../src/main/monitor/sampler-host.js';
import type { SamplerCommand } from '../../../src/shared/sampler/protocol.js';
import type { SamplerStatus } from '../../../src/shared/sampler/status.js';

const READY = { type: 'ready', pid: 1 };
const configuration = { type: 'configure', tickMs: 2_000, probeTarget: null } as const;

function setUp() {
  const children: { events: Parameters<SpawnSampler>[0]; sent: SamplerCommand[]; killed: boolean }[] = [];
  const statuses: SamplerStatus[] = [];
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const onMessage = vi.fn();
  const onSilence = vi.fn();
  const host = new SamplerHost({
    configuration,
    log,
    onMessage,
    onSilence,
    onStatus: (status) => statuses.push(status),
    spawn: (events) => {
      const child = { events, sent: [] as SamplerCommand[], killed: false };
      children.push(child);
      return {
        send: (command) => void child.sent.push(command),
        kill: () => {
          child.killed = true;
        },
      };
    },
  });
  host.start();
  const child = (i: number) => {
    const found = children[i];
    if (!found) throw new Error(`no child ${i}`);
    return found;
  };
  return { host, children, child, statuses, log, onMessage, onSilence };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('SamplerHost', () => {
  test('configures the process, and says when it speaks', () => {
    const { child, statuses, onMessage } = setUp();
    expect(child(0).sent).toEqual([configuration]);
    child(0).events.onMessage(READY);
    expect(statuses).toEqual([{ state: 'running', restarts: 0 }]);
    expect(onMessage).toHaveBeenCalledExactlyOnceWith(READY);
  });

  test('tells the running process, and the one after it, to measure otherwise', () => {
    const { host, child } = setUp();
    const changed = { ...configuration, tickMs: 5_000 };
    host.configure(changed);
    expect(child(0).sent).toEqual([configuration, changed]);
    child(0).events.onExit('status 1');
    vi.advanceTimersByTime(60_000);
    expect(child(1).sent[0]).toEqual(changed);
  });

  test('tells the running process, and the one after it, how patient to be', () => {
    const { host, child } = setUp();
    const patience: Patience = { type: 'patience', ms: 4_500, urgent: [], idle: [] };
    host.setPatience(patience);
    expect(child(0).sent).toEqual([configuration, patience]);
    child(0).events.onExit('status 1');
    vi.advanceTimersByTime(60_000);
    expect(child(1).sent).toEqual([configuration, patience]);
  });

  test('drops what is no message', () => {
    const { child, onMessage, log } = setUp();
    for (const message of [null, 1, 'x', {}, { type: 'readings', readings: [{}] }])
      child(0).events.onMessage(message);
    expect(onMessage).not.toHaveBeenCalled();
    expect(log.warn).toHaveBeenCalledTimes(5);
  });

  test('a dead process is replaced, later and later, with a bound', () => {
    const { children, child, statuses } = setUp();
    for (let round = 0; round < 12; round++) {
      child(round).events.onExit('status 1');
      vi.advanceTimersByTime(restartDelay(round + 1) - 1);
      expect(children).toHaveLength(round + 1);
      vi.advanceTimersByTime(1);
      expect(children).toHaveLength(round + 2);
    }
    expect(restartDelay(12)).toBe(30_000);
    expect(statuses.at(-1)).toMatchObject({ state: 'restarting' });
  });

  test('after a sound run the first pause is short again', () => {
    const { children, child } = setUp();
    for (let round = 0; round < 4; round++) {
      child(round).events.onExit('status 1');
      vi.advanceTimersByTime(restartDelay(round + 1));
    }
    for (let second = 0; second < 70; second += 2) {
      child(4).events.onMessage({ type: 'readings', readings: [] });
      vi.advanceTimersByTime(2_000);
    }
    child(4).events.onExit('status 1');
    vi.advanceTimersByTime(restartDelay(1));
    expect(children).toHaveLength(6);
  });

  test('a silent process is killed and replaced, and its late words are not heard', () => {
    const { children, child, onMessage } = setUp();
    child(0).events.onMessage(READY);
    vi.advanceTimersByTime(9_900);
    expect(child(0).killed).toBe(false);
    vi.advanceTimersByTime(200);
    expect(child(0).killed).toBe(true);
    child(0).events.onMessage({ type: 'readings', readings: [] });
    child(0).events.onExit('killed');
    expect(onMessage).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(restartDelay(1));
    expect(children).toHaveLength(2);
  });

  test('silence is told after three ticks, then every tick, a new process or not, until there are news', () => {
    const { children, child, onSilence } = setUp();
    child(0).events.onMessage(READY);
    vi.advanceTimersByTime(5_900);
    expect(onSilence).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(onSilence).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(8_000);
    expect(onSilence).toHaveBeenCalledTimes(5);
    expect(children).toHaveLength(2);
    child(1).events.onMessage(READY);
    vi.advanceTimersByTime(5_900);
    expect(onSilence).toHaveBeenCalledTimes(5);
  });

  test('processes that die one after the other do not put off that silence is told', () => {
    const { children, onSilence } = setUp();
    children[0]?.events.onMessage(READY);
    for (let second = 0; second < 10; second++) {
      children.at(-1)?.events.onExit('status 1');
      vi.advanceTimersByTime(1_000);
    }
    expect(children.length).toBeGreaterThan(2);
    expect(onSilence).toHaveBeenCalledTimes(3);
  });

  test('patience counts from when it was asked for', () => {
    const { host, child, onSilence } = setUp();
    child(0).events.onMessage(READY);
    vi.advanceTimersByTime(5_000);
    host.setPatience({ type: 'patience', ms: 9_500, urgent: [], idle: [] });
    vi.advanceTimersByTime(15_400);
    expect(onSilence).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(onSilence).toHaveBeenCalledTimes(1);
    host.setPatience({ type: 'patience', ms: 0, urgent: [], idle: [] });
    vi.advanceTimersByTime(2_000);
    expect(onSilence).toHaveBeenCalledTimes(2);
  });

  test('a new process has more time than one that has spoken', () => {
    const { child } = setUp();
    vi.advanceTimersByTime(19_900);
    expect(child(0).killed).toBe(false);
    vi.advanceTimersByTime(200);
    expect(child(0).killed).toBe(true);
  });

  test('sleep is no silence', () => {
    const { children, child, statuses, host } = setUp();
    child(0).events.onMessage(READY);
    host.suspend();
    vi.advanceTimersByTime(3_600_000);
    expect(children).toHaveLength(1);
    host.resume();
    expect(child(0).sent.map(({ type }) => type)).toEqual(['configure', 'suspend', 'resume']);
    expect(statuses.map(({ state }) => state)).toEqual(['running', 'suspended', 'running']);
    vi.advanceTimersByTime(20_000);
    expect(child(0).killed).toBe(true);
  });

  test('the end is the end', () => {
    const { children, child, host, statuses } = setUp();
    host.stop();
    expect(child(0).sent.at(-1)).toEqual({ type: 'stop' });
    expect(child(0).killed).toBe(true);
    child(0).events.onExit('status 0');
    vi.advanceTimersByTime(100_000);
    expect(children).toHaveLength(1);
    expect(statuses.at(-1)?.state).toBe('ended');
  });
});

test('a budget is used up and comes back with time', () => {
  const budget = new Budget(2, 1_000);
  expect([0, 10, 20].map((now) => budget.take(now))).toEqual([true, true, false]);
  expect(budget.take(1_005)).toBe(true);
  expect(budget.take(1_006)).toBe(false);
});
