import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FAREWELL_MS,
  NO_POPUP,
  nextChange,
  notifiable,
  type PopupEvent,
  type PopupState,
  popupView,
  reducePopup,
  SAMPLE_MS,
  SNOOZE_MS,
} from '../../../src/main/notify/popup-state.js';
import { openIncident } from '../../support/incident.js';

const hot = openIncident({ id: 'hot' });
const full = openIncident({
  id: 'full',
  metric: 'memory.usage',
  part: 'memory',
  level: 'warning',
  since: -5,
});

/** The state after events, each at its time. */
const stateAfter = (...events: readonly (readonly [number, PopupEvent])[]): PopupState =>
  events.reduce((state, [at, event]) => reducePopup(state, event, at), NO_POPUP);
const shown = (state: PopupState) => popupView(state).entries.map(({ incident }) => incident.id);
const announced = (incident = hot): PopupEvent => ({ type: 'announced', incident });
const time: PopupEvent = { type: 'time' };

describe('the popup', () => {
  test('lists what was announced, the worst first', () => {
    expect(shown(stateAfter([0, announced(full)], [1, announced(hot)]))).toEqual(['hot', 'full']);
  });

  test('has one entry for a cause, however many parts show it', () => {
    const link = openIncident({ id: 'link', metric: 'network.link', part: 'network', since: -9 });
    const loss = openIncident({ id: 'loss', metric: 'network.loss', part: 'network', group: 'link' });
    const both = stateAfter([0, announced(link)], [1, announced(loss)], [2, announced(hot)]);
    expect(shown(both)).toEqual(['link', 'hot']);
    expect(shown(reducePopup(both, { type: 'acknowledged', id: 'link' }, 3))).toEqual(['loss', 'hot']);
  });

  test('loses what somebody acknowledged', () => {
    expect(shown(stateAfter([0, announced()], [1, { type: 'acknowledged', id: 'hot' }]))).toEqual([]);
  });

  test('says for a moment that a fault ended', () => {
    const over = stateAfter([0, announced()], [10, { type: 'ended', incident: { ...hot, closedAt: 5 } }]);
    expect(popupView(over).entries[0]?.incident.closedAt).toBe(5);
    expect(nextChange(over)).toBe(10 + FAREWELL_MS);
    expect(shown(reducePopup(over, time, 10 + FAREWELL_MS - 1))).toEqual(['hot']);
    expect(shown(reducePopup(over, time, 10 + FAREWELL_MS))).toEqual([]);
    expect(notifiable(over)).toEqual([]);
  });

  test('a farewell makes room for the same fault anew', () => {
    const ended: PopupEvent = { type: 'ended', incident: { ...hot, closedAt: 5 } };
    const again = openIncident({ id: 'hot again' });
    expect(shown(stateAfter([0, announced()], [10, ended], [11, announced(again)]))).toEqual(['hot again']);
  });

  test('reminds ten minutes later of what is still there', () => {
    const state = stateAfter([0, announced()], [1, { type: 'snoozed', id: 'hot' }]);
    expect(shown(state)).toEqual([]);
    expect(notifiable(state)).toEqual([]);
    expect(shown(reducePopup(state, time, SNOOZE_MS))).toEqual([]);
    const reminded = reducePopup(state, time, SNOOZE_MS + 1);
    expect(shown(reminded)).toEqual(['hot']);
    const over = reducePopup(state, { type: 'ended', incident: { ...hot, closedAt: 5 } }, 20);
    expect(shown(reducePopup(over, time, SNOOZE_MS + 1))).toEqual([]);
  });

  test('once closed, comes back whole with the next news, and a rise is news', () => {
    const closed = stateAfter([0, announced()], [1, { type: 'closed' }]);
    expect(shown(closed)).toEqual([]);
    expect(notifiable(closed)).toHaveLength(1);
    expect(shown(reducePopup(closed, announced(full), 2))).toEqual(['hot', 'full']);
    const risen = reducePopup(closed, announced({ ...hot, peak: 99 }), 2);
    expect(popupView(risen).entries).toHaveLength(1);
    expect(popupView(risen).entries[0]?.incident.peak).toBe(99);
    const snoozed = stateAfter(
      [0, announced()],
      [1, { type: 'snoozed', id: 'hot' }],
      [2, { type: 'closed' }],
    );
    expect(shown(reducePopup(snoozed, time, SNOOZE_MS + 1))).toEqual(['hot']);
  });

  test('waits while popups are not wanted, and then shows what is still open', () => {
    const quiet = stateAfter(
      [0, { type: 'channel', channel: 'badge' }],
      [1, announced()],
      [2, announced(full)],
    );
    expect(shown(quiet)).toEqual([]);
    const one = reducePopup(quiet, { type: 'ended', incident: { ...hot, closedAt: 5 } }, 3);
    expect(shown(reducePopup(one, { type: 'channel', channel: 'popup' }, 4))).toEqual(['full']);
  });

  test('says once that there are more, until it is closed or all is over', () => {
    const flooded = stateAfter([0, announced()], [1, { type: 'flooded' }]);
    expect(popupView(flooded).flooded).toBe(true);
    expect(popupView(reducePopup(flooded, { type: 'closed' }, 2)).flooded).toBe(false);
    expect(popupView(reducePopup(flooded, { type: 'calm' }, 2)).flooded).toBe(false);
  });

  test('a sample comes whatever is wanted, and goes by itself or by hand', () => {
    const sample = openIncident({ id: 'sample' });
    const state = stateAfter(
      [0, { type: 'channel', channel: 'nothing' }],
      [1, { type: 'sampled', incident: sample }],
    );
    expect(popupView(state).entries).toEqual([{ incident: sample, sample: true }]);
    expect(notifiable(state)).toEqual([]);
    expect(shown(reducePopup(state, time, 1 + SAMPLE_MS))).toEqual([]);
    for (const type of ['acknowledged', 'snoozed'] as const)
      expect(shown(reducePopup(state, { type, id: 'sample' }, 2))).toEqual([]);
  });
});

const ids = fc.constantFrom('a', 'b', 'c', 'd');
const anyEvent: fc.Arbitrary<PopupEvent> = fc.oneof(
  fc.record({
    type: fc.constantFrom('announced', 'updated', 'ended'),
    incident: ids.map((id) => openIncident({ id, instance: id })),
  }),
  fc.record({ type: fc.constantFrom('acknowledged', 'snoozed'), id: ids }),
  fc.record({ type: fc.constant('channel'), channel: fc.constantFrom('popup', 'badge', 'nothing') }),
  fc.record({ type: fc.constant('sampled'), incident: fc.constant(openIncident({ id: 'sample' })) }),
  fc.record({ type: fc.constantFrom('flooded', 'calm', 'closed', 'time') }),
) as fc.Arbitrary<PopupEvent>;

test('in any order of events nothing is lost, shown twice, or left behind', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(SNOOZE_MS), anyEvent), { maxLength: 60 }), (steps) => {
      let now = 0;
      let state = NO_POPUP;
      // What a person expects to be told of sooner or later.
      const owed = new Set<string>();
      for (const [wait, event] of steps) {
        now += wait;
        state = reducePopup(state, event, now);
        if (event.type === 'announced') owed.add(event.incident.id);
        if (event.type === 'ended') owed.delete(event.incident.id);
        if (event.type === 'acknowledged') owed.delete(event.id);
        const seen = shown(state);
        expect(new Set(seen).size).toBe(seen.length);
        expect(nextChange(state) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
        if (state.channel !== 'popup') expect(seen.filter((id) => id !== 'sample')).toEqual([]);
      }
      const later = reducePopup(state, { type: 'channel', channel: 'popup' }, now + 2 * SNOOZE_MS);
      const all = reducePopup(later, announced(openIncident({ id: 'last' })), now + 2 * SNOOZE_MS);
      expect(shown(all).sort()).toEqual([...owed, 'last'].sort());
    }),
  );
});
