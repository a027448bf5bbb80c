import { expect, test, vi } from 'vitest';
import { Notifications } from '../../../src/main/notify/notifications.js';
import { openIncident } from '../../support/incident.js';

function setUp() {
  const shown: { id: string; close: ReturnType<typeof vi.fn> }[] = [];
  const notifications = new Notifications(({ id }) => {
    const one = { id, close: vi.fn() };
    shown.push(one);
    return one;
  });
  return { notifications, shown };
}

test('one per fault, withdrawn with it', () => {
  const { notifications, shown } = setUp();
  notifications.follow([openIncident({ id: 'a' })]);
  notifications.follow([openIncident({ id: 'a', peak: 99 }), openIncident({ id: 'b' })]);
  expect(shown.map(({ id }) => id)).toEqual(['a', 'b']);
  notifications.follow([openIncident({ id: 'b' })]);
  expect(shown[0]?.close).toHaveBeenCalledOnce();
  expect(shown[1]?.close).not.toHaveBeenCalled();
});

test('a warning that became a fault is told anew', () => {
  const { notifications, shown } = setUp();
  notifications.follow([openIncident({ severity: 'warning' })]);
  notifications.follow([openIncident({ severity: 'fault' })]);
  expect(shown).toHaveLength(2);
  expect(shown[0]?.close).toHaveBeenCalledOnce();
});

test('after a time without popups there is no stack of them', () => {
  const { notifications, shown } = setUp();
  const many = Array.from({ length: 12 }, (_, i) => openIncident({ id: `i${i}` }));
  notifications.follow(many);
  notifications.follow(many);
  expect(shown).toHaveLength(3);
});

test('when the program ends nothing is left, and nothing comes any more', () => {
  const { notifications, shown } = setUp();
  notifications.follow([openIncident({ id: 'a' })]);
  notifications.end();
  expect(shown[0]?.close).toHaveBeenCalledOnce();
  notifications.follow([openIncident({ id: 'a' })]);
  expect(shown).toHaveLength(1);
});
