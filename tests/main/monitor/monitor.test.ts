import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import type { MonitorSnapshot, MonitorUpdate } from '../../../src/shared/ipc/contract.js';
import { applyChanges } from '../../../src/shared/ipc/part-changes.js';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { stationProcedure } from '../../../src/shared/settings/procedure.js';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/schema.js';
import { ProfileIndex } from '../../../src/shared/sop/profile-index.js';
import { shippedProfile } from '../../support/profile.js';

const START = 1_767_225_600_000;
const memory = (at: number, value: number): Reading => ({
  metric: 'memory.usage',
  value,
  unit: '%',
  at,
  source: 'test',
});
const load = (at: number, value: number): Reading => ({
  metric: 'cpu.load',
  value,
  unit: '%',
  at,
  source: 'test',
});

const make = () =>
  new Monitor({ index: new ProfileIndex(shippedProfile()), mode: { kind: 'replay', name: 't', speed: 1 } });

/** A page: takes a snapshot, then follows the updates as the contract says. */
function follow(monitor: Monitor) {
  let state: MonitorSnapshot | undefined;
  const queue: MonitorUpdate[] = [];
  const apply = (update: MonitorUpdate): void => {
    if (!state) return void queue.push(update);
    if (update.seq <= state.seq) return;
    expect(update.seq).toBe(state.seq + 1);
    const { parts, newer, ...facts } = update;
    state = { ...state, ...facts, parts: applyChanges(state.parts, { parts, newer }) };
  };
  const end = monitor.updates.on(apply);
  state = monitor.snapshot();
  for (const update of queue) apply(update);
  return { state: () => state, end };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('a snapshot and its updates make the same state as a look', () => {
  const monitor = make();
  const first = follow(monitor);
  let second: ReturnType<typeof follow> | undefined;
  for (let tick = 0; tick < 60; tick++) {
    const at = START + tick * 2_000;
    monitor.take([load(at, (tick * 7) % 100), ...(tick % 3 === 0 ? [memory(at, 50 + tick)] : [])], at);
    vi.advanceTimersByTime(tick % 5 === 0 ? 10 : 150);
    if (tick === 20) second = follow(monitor);
  }
  vi.advanceTimersByTime(1_000);
  expect(first.state()).toEqual(monitor.look());
  expect(second?.state()).toEqual(monitor.look());
});

test('an update holds only what changed: of most ticks the readings, of others the cards that say something else', () => {
  const monitor = make();
  monitor.take([memory(START, 50)], START);
  monitor.snapshot();
  const updates: MonitorUpdate[] = [];
  monitor.updates.on((update) => updates.push(update));
  const changedBy = (value: number, at: number) => {
    monitor.take([memory(at, value)], at);
    vi.advanceTimersByTime(500);
    const { parts = [], newer = [], seq, at: _, ...facts } = updates.at(-1) ?? {};
    const filled = parts.filter((part) => part.metrics.length > 0);
    return { whole: filled.map((one) => one.part), newer, facts: Object.keys(facts) };
  };
  expect(changedBy(51, START + 2_000)).toEqual({
    whole: [],
    newer: [{ part: 'memory', at: [START + 2_000], values: [51] }],
    facts: [],
  });
  expect(changedBy(96, START + 4_000)).toMatchObject({ whole: ['memory'], newer: [] });
});

test('a fast replay is shown ten times a second at most, but events at once', () => {
  const monitor = make();
  const updates: MonitorUpdate[] = [];
  monitor.updates.on((update) => updates.push(update));
  for (let tick = 0; tick < 40; tick++) {
    monitor.take([memory(START + tick * 2_000, 50)], START + tick * 2_000);
    vi.advanceTimersByTime(10);
  }
  expect(updates.length).toBeLessThanOrEqual(7);
  const before = updates.length;
  for (let tick = 40; tick < 60; tick++)
    monitor.take([memory(START + tick * 2_000, 96)], START + tick * 2_000);
  expect(updates.length).toBeGreaterThan(before);
  expect(updates.findLast(({ verdict }) => verdict)?.verdict?.judgement).toBe('fault');
});

test('ticks that came together are judged one by one, as if they had come alone, and told of once', () => {
  const ticks = Array.from({ length: 60 }, (_, tick) => {
    const at = START + tick * 2_000;
    return { at, readings: [memory(at, tick < 30 ? 96 : 50)] };
  });
  const run = (take: (monitor: Monitor) => void) => {
    const monitor = make();
    const events: unknown[] = [];
    let commits = 0;
    monitor.events.on(({ type }) => events.push([type, monitor.at]));
    monitor.commits.on(() => {
      commits += 1;
    });
    take(monitor);
    return { events, commits, kept: monitor.drain() };
  };
  const alone = run((monitor) => {
    for (const { at, readings } of ticks) monitor.take(readings, at);
  });
  const together = run((monitor) => monitor.takeTogether(ticks));
  expect(alone.commits).toBe(60);
  expect(together).toEqual({ ...alone, commits: 1 });
  expect(together.events.length).toBeGreaterThan(1);
});

test('with nobody listening nothing is computed, and nothing is kept waiting', () => {
  const monitor = make();
  monitor.take([memory(START, 50)], START);
  expect(vi.getTimerCount()).toBe(0);
  const page = follow(monitor);
  page.end();
  monitor.take([memory(START + 2_000, 60)], START + 2_000);
  expect(monitor.snapshot().parts.find((part) => part.part === 'memory')?.metrics[0]?.value).toBe(60);
});

test('notices and the state of the sampler are part of it', () => {
  const monitor = make();
  const page = follow(monitor);
  monitor.addNotice({ code: 'replay-ended', detail: 'x' });
  monitor.setSampler({ state: 'restarting', restarts: 3 });
  expect(page.state()?.notices).toEqual([{ code: 'replay-ended', detail: 'x' }]);
  expect(page.state()?.sampler).toEqual({ state: 'restarting', restarts: 3 });
});

test('a changed limit shows on the card at once, also where the next reading is minutes away', () => {
  const monitor = make();
  monitor.take([memory(START, 60)], START);
  const judgement = () => monitor.look().parts.find(({ part }) => part === 'memory')?.judgement;
  expect(judgement()).toBe('ok');
  const overrides = { 'memory.usage': { by: 'IT', at: 1, limits: { 'warning.above': { value: 50 } } } };
  monitor.configure(stationProcedure(shippedProfile(), { ...DEFAULT_SETTINGS, overrides }));
  expect(judgement()).toBe('warning');
});

test('a notice that is no longer so is taken back', () => {
  const monitor = make();
  monitor.addNotice({ code: 'overrides-not-used', detail: 'a' });
  monitor.addNotice({ code: 'settings-not-stored' });
  monitor.withdrawNotice('overrides-not-used');
  expect(monitor.look().notices).toEqual([{ code: 'settings-not-stored' }]);
});
