import { describe, expect, it } from 'vitest';
import { BaselineLookup } from '../../../src/shared/baseline/lookup.js';
import type { Baseline } from '../../../src/shared/baseline/schema.js';
import { incidentMessage, incidentTitle } from '../../../src/shared/health/messages.js';
import type { StationEvent } from '../../../src/shared/health/state.js';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { reading, station } from '../../support/profile.js';
import { translator } from '../format/translator.js';

const T0 = Date.UTC(2026, 0, 5, 8);
const speech = { t: translator('en'), language: 'en' as const };
const C920 = { metric: 'camera.present', instance: 'usb:c920', name: 'Logitech C920' } as const;
const lookup = (more: Partial<Baseline> = {}) =>
  new BaselineLookup({ schema: 1, at: T0, by: 'Ann', devices: [C920], values: [], ...more });

/** Runs ticks of two seconds. */
function run(
  on: ReturnType<typeof station>,
  from: number,
  to: number,
  tick: (s: number, at: number) => readonly Reading[],
): StationEvent[] {
  const events: StationEvent[] = [];
  for (let s = from; s <= to; s += 2) {
    const at = T0 + s * 1_000;
    for (const one of tick(s, at)) on.ingest(one);
    events.push(...on.commit(at));
  }
  return events;
}
const c920 = (at: number) =>
  reading('camera.present', 1, at, { instance: 'usb:c920', note: 'Logitech C920' });
const inner = (at: number) => [
  reading('camera.present', 1, at),
  reading('camera.present', 1, at, { instance: 'usb:inner', note: 'Built-in' }),
];
const opened = (events: readonly StationEvent[]) =>
  events.flatMap((event) => (event.type === 'opened' ? [event.incident] : []));

describe('devices of the baseline', () => {
  it('one that is pulled is one fault that names it, also when another is still there; plugged back it closes', () => {
    const on = station({ baseline: lookup() });
    run(on, 0, 10, (_s, at) => [...inner(at), c920(at)]);
    const gone = run(on, 12, 30, (s, at) => [
      ...inner(at),
      ...(s === 12
        ? [reading('camera.present', null, at, { instance: 'usb:c920', missing: 'not-present' })]
        : []),
    ]);
    const [incident, ...others] = opened(gone);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ metric: 'camera.present', instance: 'usb:c920', level: 'fault' });
    if (!incident) throw new Error('no incident');
    expect(incidentTitle(incident, speech)).toBe('Logitech C920 is missing');
    expect(incidentMessage(incident, T0 + 30_000, speech)).toContain('Logitech C920 is missing, for 18 s');
    const back = run(on, 32, 120, (_s, at) => [...inner(at), c920(at)]);
    expect(back.map(({ type }) => type)).toContain('closed');
    expect(on.openIncidents).toEqual([]);
  });

  it('one that was never seen since the start is missing as well, once its collector answered', () => {
    const on = station({ baseline: lookup() });
    run(on, 0, 20, (_s, at) => [reading('memory.usage', 50, at)]);
    expect(on.openIncidents).toEqual([]);
    run(on, 22, 40, (_s, at) => [reading('camera.present', 0, at)]);
    // The only camera: one cause, one incident.
    expect(on.openIncidents).toMatchObject([{ instance: 'usb:c920', level: 'fault', gone: 'Logitech C920' }]);
  });

  it('a collector that fails misses nothing', () => {
    const on = station({ baseline: lookup() });
    run(on, 0, 60, (_s, at) => [reading('camera.present', null, at, { missing: 'failed' })]);
    expect(on.metricStates().some(({ gone }) => gone !== undefined)).toBe(false);
    expect(on.openIncidents).toEqual([]);
  });

  it('taking it out of the baseline ends its fault', () => {
    const on = station({ baseline: lookup() });
    run(on, 0, 40, (_s, at) => inner(at));
    expect(on.openIncidents).toHaveLength(1);
    on.configure({ baseline: new BaselineLookup(null) });
    expect(run(on, 42, 60, (_s, at) => inner(at)).map(({ type }) => type)).toContain('closed');
    expect(on.openIncidents).toEqual([]);
    expect(on.metricStates().some(({ gone }) => gone !== undefined)).toBe(false);
  });

  it('a disk and a battery that are gone are faults of their parts', () => {
    const devices = [
      { metric: 'disk.busy', instance: 'wwid', name: 'Recordings' },
      { metric: 'power.battery', name: 'BAT0' },
    ] as const;
    const on = station({ baseline: lookup({ devices: [...devices] }) });
    run(on, 0, 60, (_s, at) => [
      reading('disk.busy', 3, at),
      reading('power.battery', null, at, { missing: 'not-present' }),
    ]);
    expect(on.openIncidents).toMatchObject([
      { part: 'disk', level: 'fault', gone: 'Recordings' },
      { part: 'power', level: 'fault', gone: 'BAT0' },
    ]);
  });

  it('without a device of the kind an absent camera stays a warning', () => {
    for (const baseline of [lookup({ devices: [] }), new BaselineLookup(null)]) {
      const on = station({ baseline });
      run(on, 0, 150, (_s, at) => [reading('camera.present', 0, at)]);
      expect(on.openIncidents).toMatchObject([{ metric: 'camera.present', level: 'warning' }]);
    }
  });
});

describe('values of the baseline', () => {
  const fan = { metric: 'fan.speed', instance: 'CPU', value: 1_000, spread: 20, readings: 60 } as const;
  const speed = (rpm: number) => (_s: number, at: number) => [
    reading('fan.speed', rpm, at, { instance: 'CPU' }),
  ];

  it('a fan that is loud for ten minutes is a warning, not sooner, and not without a baseline', () => {
    const on = station({ baseline: lookup({ values: [fan] }) });
    run(on, 0, 590, speed(1_600));
    expect(on.metricStates()[0]).toMatchObject({ judgement: 'warning', limit: { usual: 1_000 } });
    expect(on.openIncidents).toEqual([]);
    run(on, 592, 620, speed(1_600));
    expect(on.openIncidents).toMatchObject([{ metric: 'fan.speed', level: 'warning' }]);
    const without = station();
    run(without, 0, 700, speed(1_600));
    expect(without.metricStates()[0]).toMatchObject({ judgement: 'ok' });
  });

  it('a slower link is a warning, the usual one and a faster one are fine', () => {
    const link = { metric: 'network.linkSpeed', value: 1_000, spread: 0, readings: 60 } as const;
    for (const [mbit, judgement] of [
      [100, 'warning'],
      [1_000, 'ok'],
      [2_500, 'ok'],
    ] as const) {
      const on = station({ baseline: lookup({ values: [link] }) });
      run(on, 0, 4, (_s, at) => [reading('network.linkSpeed', mbit, at)]);
      expect(on.metricStates()[0]?.judgement).toBe(judgement);
    }
  });

  it('a voltage that swings more than it did is a warning, another steady one is not', () => {
    const rail = {
      metric: 'power.voltage',
      instance: '+12V',
      value: 12,
      spread: 0.05,
      readings: 60,
    } as const;
    const volts = (of: (s: number) => number) => (s: number, at: number) => [
      reading('power.voltage', of(s), at, { instance: '+12V' }),
    ];
    const on = station({ baseline: lookup({ values: [rail] }) });
    run(
      on,
      0,
      60,
      volts(() => 11.8),
    );
    expect(on.metricStates()[0]?.judgement).toBe('ok');
    run(
      on,
      62,
      200,
      volts((s) => (s % 4 === 0 ? 11.6 : 12.2)),
    );
    expect(on.metricStates()[0]).toMatchObject({
      judgement: 'warning',
      limit: { of: 'spread', usual: 0.05 },
    });
  });
});
