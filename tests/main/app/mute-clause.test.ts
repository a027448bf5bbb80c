import { expect, test } from 'vitest';
import { clauseMuting } from '../../../src/main/app/mute-clause.js';
import type { IncidentAction } from '../../../src/shared/health/life-cycle.js';
import { failure, success } from '../../../src/shared/ipc/result.js';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/shared/settings/schema.js';
import { openIncident } from '../../support/incident.js';

const NOW = 1_767_600_000_000;

function setUp(mutes: Settings['mutes'] = {}) {
  const acted: [string, IncidentAction][] = [];
  const settings = {
    current: DEFAULT_SETTINGS,
    own: { ...DEFAULT_SETTINGS, mutes },
    update: (patch: Partial<Settings>) => {
      settings.own = { ...settings.own, ...patch };
      return success(settings.own);
    },
  };
  const monitor = {
    incidents: [openIncident(), openIncident({ id: 'network.link@1', clause: 'R1.d' })],
    handle: (id: string, action: IncidentAction) => {
      acted.push([id, action]);
      return true;
    },
  };
  return { acted, settings, mute: clauseMuting({ settings, monitor, now: () => NOW }) };
}

test('a clause is muted until a time, and what is open in it counts as seen by whoever asked', () => {
  const { mute, settings, acted } = setUp();
  expect(mute({ clause: 'R1.a', minutes: 30, by: 'Ann' }).ok).toBe(true);
  expect(settings.own.mutes).toEqual({ 'R1.a': { by: 'Ann', until: NOW + 1_800_000 } });
  expect(acted).toEqual([['cpu.temperature@1000', { type: 'acknowledge', by: 'Ann' }]]);
});

test('0 minutes end it; what ran out elsewhere is forgotten, what runs stays', () => {
  const before = {
    'R1.a': { by: 'Ann', until: NOW + 1 },
    'R1.b': { by: 'Ann', until: NOW },
    'R1.c': { by: 'Bo', until: NOW + 60_000 },
  };
  const { mute, settings, acted } = setUp(before);
  expect(mute({ clause: 'R1.a', minutes: 0, by: 'Ann' }).ok).toBe(true);
  expect(Object.keys(settings.own.mutes)).toEqual(['R1.c']);
  expect(acted).toEqual([]);
});

test('what could not be stored is said', () => {
  const { settings, mute } = setUp();
  settings.update = () => failure('NOT_STORED', 'disk full');
  expect(mute({ clause: 'R1.a', minutes: 30, by: 'Ann' })).toMatchObject({ ok: false });
});
