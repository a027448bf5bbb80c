import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SituationKeeper } from '../../../src/main/monitor/situation.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('popups are muted for a time, which ends by itself and is told', () => {
  const keeper = new SituationKeeper();
  const told: unknown[] = [];
  keeper.changes.on((situation) => told.push(situation));
  const start = Date.now();
  keeper.set({ muteMinutes: 15 });
  expect(keeper.current).toEqual({ onAir: false, mutedUntil: start + 900_000, offer: null });
  vi.advanceTimersByTime(899_999);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(keeper.current.mutedUntil).toBeNull();
  expect(told).toHaveLength(2);
});

test('a longer mute replaces a shorter one, and none ends it', () => {
  const keeper = new SituationKeeper();
  keeper.set({ muteMinutes: 15 });
  keeper.set({ muteMinutes: 60 });
  vi.advanceTimersByTime(16 * 60_000);
  expect(keeper.current.mutedUntil).not.toBeNull();
  keeper.set({ muteMinutes: 0 });
  expect(keeper.current.mutedUntil).toBeNull();
});

test('on air is left alone by a mute, and the other way round', () => {
  const keeper = new SituationKeeper();
  keeper.set({ onAir: true });
  keeper.set({ muteMinutes: 60 });
  expect(keeper.current.onAir).toBe(true);
  keeper.set({ onAir: false });
  expect(keeper.current.mutedUntil).not.toBeNull();
});
