import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportEvents } from '../../../src/shared/report/events.js';
import { stretchAround } from '../../../src/shared/report/view.js';
import { openIncident } from '../../support/incident.js';

const incident = openIncident({ since: 1_000, openedAt: 31_000, popupAt: 31_000 });

test('the course of an incident: what happened and who did what, in the order of time', () => {
  const events = reportEvents(
    {
      ...incident,
      closedAt: 200_000,
      acknowledgedAt: 90_000,
      acknowledgedBy: 'Ann',
      steps: [{ step: 'vents', at: 100_000, by: 'Bo' }],
      resolution: { kind: 'resolved', at: 300_000, by: 'Ann', cause: 'dust' },
    },
    [
      { at: 31_000, kind: 'popup', incident: incident.id },
      { at: 60_000, kind: 'popup', incident: incident.id },
      { at: 61_000, kind: 'popup', incident: 'another' },
      { at: 62_000, kind: 'boot' },
    ],
  );
  expect(events.map(({ at, kind, by }) => [at / 1_000, kind, by])).toEqual([
    [1, 'began', undefined],
    [31, 'opened', undefined],
    [31, 'popup', undefined],
    [60, 'popup', undefined],
    [90, 'acknowledged', 'Ann'],
    [100, 'step', 'Bo'],
    [200, 'closed', undefined],
    [300, 'resolved', 'Ann'],
  ]);
});

test('a popup from before the history was kept is known from the incident; one that never was is not there', () => {
  const kinds = (one: typeof incident) => reportEvents(one, []).map(({ kind }) => kind);
  expect(kinds(incident)).toEqual(['began', 'opened', 'popup']);
  expect(kinds({ ...incident, popupAt: null })).toEqual(['began', 'opened']);
});

test('the chart shows the whole incident with room on both sides, and nothing of the future', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(1e8), fc.nat(1e8), (since, length, later) => {
      const now = since + length + later;
      const { from, to } = stretchAround({ since, closedAt: since + length }, now);
      expect(from).toBeLessThanOrEqual(since);
      expect(to).toBeGreaterThan(since + length);
      expect(to).toBeLessThanOrEqual(now + 1);
      expect(Number.isInteger(from) && Number.isInteger(to)).toBe(true);
    }),
  );
});
