import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Emitter } from '../../../src/main/monitor/emitter.js';
import { SituationKeeper } from '../../../src/main/monitor/situation.js';
import { GoKeeper } from '../../../src/main/precheck/go-keeper.js';
import type { MetricState, StationEvent } from '../../../src/shared/health/state.js';
import { METRICS, type MetricId } from '../../../src/shared/metrics/dictionary.js';
import { NOW, record } from './support.js';

const state = (
  metric: MetricId,
  value: number | null,
  instance?: string,
  source = 'net:eth0',
): MetricState => ({
  metric,
  value,
  unit: METRICS[metric].unit,
  judgement: 'ok',
  source,
  at: NOW,
  since: NOW,
  required: false,
  ...(instance !== undefined && { instance }),
});

const HEALTHY = [
  state('camera.present', 1),
  state('camera.present', 1, 'usb:cam'),
  state('microphone.present', 1, 'usb:mic'),
  state('microphone.muted', 0),
  state('power.ac', 1),
  state('network.link', 1),
];

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'onair-go-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let [states, now] = [HEALTHY, NOW];
  const monitor = {
    commits: new Emitter<void>(),
    events: new Emitter<StationEvent>(),
    situation: new SituationKeeper(),
    metricStates: () => states,
    mode: { kind: 'live' } as const,
  };
  const log = { warn: () => undefined };
  const keeper = (full = null as ReturnType<typeof record> | null) =>
    new GoKeeper({ folder, monitor, full, now: () => now, log });
  const tick = (next: MetricState[]) => {
    states = next;
    now += 2_000;
    monitor.commits.emit();
  };
  const without = (...gone: MetricId[]) => HEALTHY.filter(({ metric }) => !gone.includes(metric));
  return { keeper, monitor, tick, without, at: (ms: number) => (now = ms) };
}

function valid() {
  const set = setUp();
  const keeper = set.keeper();
  set.tick(HEALTHY);
  keeper.take(record());
  set.tick(HEALTHY);
  expect(keeper.status.state).toBe('valid');
  const items = () => keeper.status.items.map(({ item, cause }) => [item, cause]);
  return { ...set, kept: keeper, items };
}

describe('a GO', () => {
  it('is none before a check', () => {
    expect(setUp().keeper().status.state).toBe('none');
  });

  it.each([
    [
      'a camera that is pulled',
      'P2.c.camera',
      'device-changed',
      () => HEALTHY.filter((one) => one.instance !== 'usb:cam'),
    ],
    [
      'a microphone that is pulled',
      'P2.c.microphone',
      'device-changed',
      () => HEALTHY.filter((one) => one.instance !== 'usb:mic').concat(state('microphone.present', 0)),
    ],
    [
      'a mute',
      'P2.c.microphone',
      'muted',
      () => HEALTHY.map((one) => (one.metric === 'microphone.muted' ? state('microphone.muted', 1) : one)),
    ],
    [
      'mains that is lost',
      'P2.a',
      'ac-lost',
      () => HEALTHY.map((one) => (one.metric === 'power.ac' ? state('power.ac', 0) : one)),
    ],
  ] as const)(
    'is in doubt after %s, for this item alone, until it was checked again',
    (_, item, cause, after) => {
      const { kept, tick, items } = valid();
      tick(after());
      expect(kept.status.state).toBe('check-again');
      expect(items()).toEqual([[item, cause]]);
      tick(HEALTHY);
      expect(kept.status.state).toBe('check-again');
      kept.recheck([{ item, ok: false }]);
      expect(kept.status.state).toBe('check-again');
      kept.recheck([{ item, ok: true }]);
      expect(kept.status.state).toBe('valid');
    },
  );

  it('is in doubt for everything about the network when it is another one', () => {
    const { kept, tick, items } = valid();
    tick(
      HEALTHY.map((one) =>
        one.metric === 'network.link' ? state('network.link', 1, undefined, 'net:wlan0') : one,
      ),
    );
    expect(kept.status.state).toBe('check-again');
    expect(items().map(([item]) => item)).toEqual([
      'P2.b.link',
      'P2.b.loss',
      'P2.b.latency',
      'P2.b.signal',
      'P2.b.upload',
    ]);
  });

  it('is not in doubt because a reading is missing, or another camera is plugged in', () => {
    const { kept, tick, without } = valid();
    tick(without('camera.present', 'microphone.present', 'power.ac', 'microphone.muted', 'network.link'));
    tick([...HEALTHY, state('camera.present', 1, 'usb:other')]);
    tick(HEALTHY.map((one) => (one.metric === 'power.ac' ? state('power.ac', null) : one)));
    expect(kept.status.state).toBe('valid');
  });

  it('remembers over a restart what happened, also while the program was not there', () => {
    const first = valid();
    first.tick(HEALTHY.map((one) => (one.metric === 'power.ac' ? state('power.ac', 0) : one)));
    const second = first.keeper(record());
    expect(second.status.items.map(({ item }) => item)).toEqual(['P2.a']);
    first.tick(HEALTHY.filter((one) => one.instance !== 'usb:cam'));
    expect(second.status.items.map(({ item }) => item)).toEqual(['P2.a', 'P2.c.camera']);
  });

  it('knows nothing of what happened since another check', () => {
    const first = valid();
    first.tick(HEALTHY.map((one) => (one.metric === 'power.ac' ? state('power.ac', 0) : one)));
    expect(first.keeper(record({ id: 'check-2' })).status.state).toBe('valid');
  });

  it('that could be read only later is gone by as if it had been there, unless another check was made', () => {
    const first = valid();
    first.tick(HEALTHY.map((one) => (one.metric === 'power.ac' ? state('power.ac', 0) : one)));
    const late = first.keeper();
    expect(late.status.state).toBe('none');
    const told: string[] = [];
    late.changes.on(({ state: now }) => told.push(now));
    late.adopt(null);
    late.adopt(record());
    expect(told).toEqual(['check-again']);
    expect(late.status.items.map(({ item }) => item)).toEqual(['P2.a']);

    const own = first.keeper();
    own.take(record({ id: 'check-2', finishedAt: NOW + 60_000 }));
    own.adopt(record());
    expect(own.status.until).toBe(NOW + 60_000 + 4 * 3_600_000);
  });

  it('ends with its time, but not while on air', () => {
    const { kept, at, monitor } = valid();
    monitor.situation.set({ onAir: true });
    at(NOW + 5 * 3_600_000);
    expect(kept.status.state).toBe('valid');
    monitor.situation.set({ onAir: false });
    expect(kept.status.state).toBe('expired');
  });

  it('tells every change once', () => {
    const { kept, tick } = valid();
    const told: string[] = [];
    kept.changes.on(({ state: now }) => told.push(now));
    for (let i = 0; i < 5; i++) tick(HEALTHY);
    expect(told).toEqual([]);
    for (let i = 0; i < 5; i++)
      tick(HEALTHY.map((one) => (one.metric === 'power.ac' ? state('power.ac', 0) : one)));
    expect(told).toEqual(['check-again']);
  });
});
