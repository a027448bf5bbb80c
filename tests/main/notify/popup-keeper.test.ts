import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import { PopupKeeper } from '../../../src/main/notify/popup-keeper.js';
import { FAREWELL_MS, SNOOZE_MS } from '../../../src/main/notify/popup-state.js';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/settings/schema.js';
import { reading, shippedIndex } from '../../support/profile.js';

const START = 1_767_225_600_000;

function setUp() {
  const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
  const listeners: ((settings: Settings) => void)[] = [];
  const settings = {
    current: DEFAULT_SETTINGS,
    onChange: (one: (s: Settings) => void) => void listeners.push(one),
  };
  const keeper = new PopupKeeper({ monitor, settings });
  const choose = (patch: Partial<Settings>): void => {
    settings.current = { ...settings.current, ...patch };
    for (const listener of listeners) listener(settings.current);
  };
  let tick = 0;
  /** Lets the processor be this hot for a time. */
  const heat = (celsius: number, seconds: number): void => {
    for (const end = tick + seconds / 2; tick < end; tick++) {
      const at = START + tick * 2_000;
      monitor.take([reading('cpu.temperature', celsius, at)], at);
    }
  };
  const shown = () => keeper.view.entries.map(({ incident }) => incident.metric);
  return { monitor, keeper, heat, shown, choose };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a fault comes up when it is announced, and says goodbye when it ends', () => {
  const { heat, shown, keeper } = setUp();
  heat(62, 20);
  heat(91, 26);
  expect(shown()).toEqual([]);
  heat(91, 10);
  expect(shown()).toEqual(['cpu.temperature']);
  heat(60, 80);
  expect(keeper.view.entries[0]?.incident.closedAt).not.toBeNull();
  vi.advanceTimersByTime(FAREWELL_MS + 1);
  expect(shown()).toEqual([]);
});

test('acknowledged here or in the list, it is gone from both and from the count', () => {
  const { heat, shown, keeper, monitor } = setUp();
  heat(91, 60);
  expect(keeper.badge).toBe(1);
  keeper.acknowledge(keeper.view.entries.map(({ incident }) => incident.id));
  expect(shown()).toEqual([]);
  expect(keeper.badge).toBe(0);
  expect(monitor.incidents[0]?.acknowledgedAt).toBeDefined();
});

test('a warning that somebody saw is new when it becomes a fault', () => {
  const { heat, shown, keeper, monitor } = setUp();
  heat(78, 150);
  monitor.handle(monitor.incidents[0]?.id ?? '', { type: 'acknowledge' });
  expect(shown()).toEqual([]);
  heat(91, 40);
  expect(shown()).toEqual(['cpu.temperature']);
  expect(keeper.badge).toBe(1);
});

test('a reminder comes after its time', () => {
  const { heat, shown, keeper } = setUp();
  heat(91, 60);
  keeper.snooze(keeper.view.entries[0]?.incident.id ?? '');
  vi.advanceTimersByTime(SNOOZE_MS - 1_000);
  expect(shown()).toEqual([]);
  vi.advanceTimersByTime(1_001);
  expect(shown()).toEqual(['cpu.temperature']);
});

test('situation and settings are followed at once', () => {
  const { heat, shown, monitor, choose, keeper } = setUp();
  heat(91, 60);
  monitor.situation.set({ onAir: true });
  expect(shown()).toEqual([]);
  choose({ popups: 'always' });
  expect(shown()).toHaveLength(1);
  choose({ role: 'presenter' });
  expect(shown()).toEqual([]);
  expect(keeper.badge).toBe(1);
  monitor.situation.set({ onAir: false, muteMinutes: 15 });
  expect(keeper.badge).toBe(0);
  vi.advanceTimersByTime(15 * 60_000);
  expect(shown()).toHaveLength(1);
});

test('a test shows a sample that goes by itself', () => {
  const { keeper } = setUp();
  keeper.test();
  expect(keeper.view.entries).toMatchObject([{ sample: true }]);
  vi.advanceTimersByTime(60_000);
  expect(keeper.view.entries).toEqual([]);
});

test('whoever looks away hears of the end in a notification, unless nobody wants to', () => {
  const { heat, keeper, choose } = setUp();
  const ended: string[] = [];
  keeper.recoveries.on(({ metric }) => ended.push(metric));
  const faultAndEnd = (): void => {
    heat(62, 20);
    heat(91, 40);
    keeper.acknowledge(keeper.view.entries.map(({ incident }) => incident.id));
    heat(60, 90);
  };
  faultAndEnd();
  expect(ended).toEqual(['cpu.temperature']);
  heat(60, 1_200);
  choose({ recoveryNotice: false });
  faultAndEnd();
  expect(ended).toHaveLength(1);
});

test('without a recovery notice a fault leaves the popup without a word', () => {
  const { heat, shown, choose } = setUp();
  choose({ recoveryNotice: false });
  heat(91, 40);
  expect(shown()).toEqual(['cpu.temperature']);
  heat(60, 80);
  expect(shown()).toEqual([]);
});

test('quiet hours keep popups back, and let them come when they end', () => {
  vi.setSystemTime(new Date(2026, 0, 5, 5, 59, 30));
  const { heat, shown, choose } = setUp();
  choose({ quietHours: { from: '22:00', to: '06:00' } });
  heat(91, 40);
  expect(shown()).toEqual([]);
  vi.advanceTimersByTime(31_000);
  expect(shown()).toEqual(['cpu.temperature']);
});

test('what nobody acknowledges comes up again, even when it was snoozed or closed', () => {
  const { monitor, heat, shown, keeper } = setUp();
  monitor.live({ reopenMs: 0, escalateMs: 60_000, muted: {} });
  heat(91, 40);
  keeper.close();
  heat(91, 40);
  expect(shown()).toEqual([]);
  heat(91, 20);
  expect(shown()).toEqual(['cpu.temperature']);
  expect(keeper.view.entries[0]?.incident.escalatedAt).toBeDefined();
});
