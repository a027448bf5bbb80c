import { expect, test } from 'vitest';
import { Today } from '../../../src/main/monitor/today.js';
import type { IncidentState } from '../../../src/shared/health/state.js';

const NOON = new Date(2026, 10, 24, 12).getTime();
const HOUR = 3_600_000;
const ended = (id: string, closedAt: number) => ({ id, closedAt }) as IncidentState;

test('lists what ended today, the newest first, and forgets it at midnight', () => {
  const today = new Today();
  today.follow(ended('a', NOON));
  today.follow(ended('b', NOON + HOUR));
  const list = today.list(NOON + 2 * HOUR);
  expect(list.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(today.list(NOON + 3 * HOUR)).toBe(list);
  expect(today.list(NOON + 13 * HOUR)).toEqual([]);
});

test('the list is bounded', () => {
  const today = new Today();
  for (let i = 0; i < 500; i += 1) today.follow(ended(String(i), NOON));
  const list = today.list(NOON);
  expect(list).toHaveLength(100);
  expect(list[0]?.id).toBe('499');
});

test('what comes back leaves the list, and what is said afterwards is kept in it', () => {
  const today = new Today();
  today.follow(ended('a', NOON));
  today.follow({ ...ended('a', NOON), closedAt: null });
  expect(today.list(NOON)).toEqual([]);
  today.follow(ended('a', NOON));
  const [event] = today.handle('a', { type: 'resolve', by: 'Ann', cause: 'dust' }, NOON + 1);
  if (event?.type !== 'resolved') throw new Error('not resolved');
  today.follow(event.incident);
  expect(today.list(NOON)).toMatchObject([
    { id: 'a', resolution: { kind: 'resolved', by: 'Ann', cause: 'dust' } },
  ]);
  expect(today.handle('b', { type: 'take-back' }, NOON)).toEqual([]);
  expect(today.list(NOON)).toHaveLength(1);
});
