import { describe, expect, it } from 'vitest';
import { Replay } from '../../../src/shared/health/replay.js';
import type { StationOptions } from '../../../src/shared/health/station.js';
import { METRICS, type MetricId } from '../../../src/shared/metrics/dictionary.js';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { reading, shippedProfile, station } from '../../support/profile.js';

const T0 = Date.UTC(2026, 0, 5, 8);
const run = (readings: Iterable<Reading>, options: Partial<StationOptions> = {}) => {
  const replay = new Replay(station(options));
  for (const one of readings) replay.play(one);
  return replay.finish();
};
/** Readings every `step` seconds from `from` to `to` (seconds after T0). */
function* every(
  metric: MetricId,
  from: number,
  to: number,
  value: (s: number) => number | null,
  step = 2,
  more = {},
) {
  for (let s = from; s <= to; s += step) yield reading(metric, value(s), T0 + s * 1000, more);
}
/** Every yes/no metric that can be wrong on its own, with its wrong value. */
const yesNoMetrics = shippedProfile().clauses.flatMap(({ metrics }) =>
  metrics.flatMap(({ metric, limits }) =>
    METRICS[metric].unit === 'bool'
      ? limits
          .filter(
            (limit) => limit.severity !== 'advisory' && !limit.onAir && !limit.while && limit.of === 'value',
          )
          .map((limit) => [metric, limit.when.startsWith('<') ? 0 : 1] as const)
      : [],
  ),
);
const at = (s: number) => T0 + s * 1000;

describe('replay', () => {
  it('an empty trace has no span and nothing to say', () => {
    expect(run([])).toEqual({ span: null, verdicts: [], incidents: [], popups: 0 });
  });

  it('a steady breach is one incident with one popup at its hold', () => {
    const result = run(every('cpu.temperature', 0, 600, () => 91));
    expect(result.popups).toBe(1);
    expect(result.incidents).toEqual([
      expect.objectContaining({
        clause: 'R1.a',
        metric: 'cpu.temperature',
        severity: 'fault',
        since: T0,
        openedAt: at(30),
        popupAt: at(30),
        closedAt: null,
        peak: 91,
      }),
    ]);
    expect(result.verdicts).toEqual([
      { at: T0, verdict: 'ok' },
      { at: at(30), verdict: 'fault' },
    ]);
  });

  it.each(yesNoMetrics)('%s: what comes back closes its incident after the clear time', (metric, bad) => {
    const back = run(every(metric, 0, 600, (s) => (s >= 100 && s < 300 ? bad : 1 - bad)));
    expect(back.incidents).toHaveLength(1);
    expect(back.incidents[0]?.closedAt).toBe(at(360));
    expect(back.verdicts.at(-1)?.verdict).toBe('ok');
  });

  it.each([1, 2, 5, 10, 60])('finds a steady warning at any rhythm (%d s)', (step) => {
    const { incidents } = run(every('memory.usage', 0, 600, () => 85, step));
    expect(incidents).toHaveLength(1);
    expect(incidents[0]?.openedAt).toBe(at(120));
  });

  it('an hour of oscillating across a limit every 10 s is at most two popups', () => {
    const narrow = run(every('cpu.temperature', 0, 3600, (s) => (Math.floor(s / 10) % 2 ? 69.9 : 70.1)));
    expect(narrow.popups).toBeLessThanOrEqual(2);
    const wide = run(every('cpu.temperature', 0, 3600, (s) => (Math.floor(s / 10) % 2 ? 55 : 95)));
    expect(wide.popups).toBeLessThanOrEqual(2);
  });

  it('a spike of three seconds opens nothing', () => {
    expect(run(every('cpu.temperature', 0, 600, (s) => (s > 100 && s < 104 ? 99 : 60), 1)).incidents).toEqual(
      [],
    );
  });

  it('recovers after the clear time, and the verdict with it', () => {
    const { incidents, verdicts } = run(every('cpu.temperature', 0, 400, (s) => (s <= 100 ? 91 : 60)));
    expect(incidents[0]?.closedAt).toBe(at(162));
    expect(verdicts).toEqual([
      { at: T0, verdict: 'ok' },
      { at: at(30), verdict: 'fault' },
      { at: at(162), verdict: 'ok' },
    ]);
  });

  it('a rise from warning to fault adds one popup', () => {
    const { popups, incidents } = run(every('cpu.temperature', 0, 400, (s) => (s < 200 ? 75 : 90)));
    expect(popups).toBe(2);
    expect(incidents).toEqual([expect.objectContaining({ severity: 'fault', openedAt: at(120), peak: 90 })]);
  });

  it('missing and implausible readings are unknown and open nothing', () => {
    const missing = run(every('cpu.temperature', 0, 600, () => null));
    expect(missing).toMatchObject({ incidents: [], verdicts: [{ at: T0, verdict: 'unknown' }] });
    expect(run(every('cpu.temperature', 0, 600, () => -5))).toMatchObject({
      incidents: [],
      verdicts: [{ at: T0, verdict: 'unknown' }],
    });
    expect(run(every('cpu.temperature', 0, 600, () => 400)).incidents).toEqual([]);
  });

  it('a required reading that stops makes the verdict unknown after three periods, a short drop-out does not', () => {
    const memory = every('memory.usage', 0, 200, () => 50);
    const stops = [...memory, ...every('cpu.temperature', 0, 100, () => 60)].sort((a, b) => a.at - b.at);
    expect(run(stops).verdicts).toEqual([
      { at: T0, verdict: 'ok' },
      { at: at(108), verdict: 'unknown' },
    ]);
    const drop = run(every('cpu.temperature', 0, 200, (s) => (s > 100 && s <= 106 ? null : 60)));
    expect(drop.verdicts).toEqual([{ at: T0, verdict: 'ok' }]);
  });

  it('clock back 1 h, clock forward 1 day, suspend of 8 h: no false fault, no false unknown', () => {
    const shifted = (from: number, by: number) =>
      [...every('cpu.temperature', 0, 2000, (s) => (s % 100 < 26 ? 91 : 60))].map((one) =>
        one.at < at(from) ? one : { ...one, at: one.at + by * 1000 },
      );
    for (const by of [-3600, 86_400, 8 * 3600]) {
      const result = run(shifted(912, by));
      expect(result.incidents).toEqual([]);
      expect(result.verdicts).toEqual([{ at: T0, verdict: 'ok' }]);
    }
  });

  it('a breach on both sides of a suspend is not one long breach', () => {
    const readings = [
      ...every('cpu.temperature', 0, 20, () => 91),
      ...every('cpu.temperature', 30_000, 30_020, () => 91),
    ];
    expect(run(readings).incidents).toEqual([]);
  });

  it('an incident stays open through a suspend and closes only after its clear time', () => {
    const readings = [
      ...every('cpu.temperature', 0, 100, () => 91),
      ...every('cpu.temperature', 30_000, 30_100, () => 60),
    ];
    expect(run(readings).incidents).toEqual([
      expect.objectContaining({ openedAt: at(30), closedAt: at(30_060) }),
    ]);
  });

  it('on air, sending less than the platform wants for half a minute is a warning; off air, or unnamed, it is none', () => {
    const sent = (value: number) => every('network.tx.rate', 0, 120, () => value);
    const bitrate = 750_000;
    const slow = run(sent(590_000), { onAir: true, bitrate });
    expect(slow.incidents).toEqual([
      expect.objectContaining({
        severity: 'warning',
        openedAt: at(30),
        limit: expect.objectContaining({ of: 'bitrate', usual: bitrate }),
      }),
    ]);
    expect(run(sent(610_000), { onAir: true, bitrate }).incidents).toEqual([]);
    expect(run(sent(0), { onAir: false, bitrate }).incidents).toEqual([]);
    expect(run(sent(0), { onAir: true }).incidents).toEqual([]);
  });

  it('200 faults at once are ten popups and one flood notice', () => {
    const readings = Array.from({ length: 40 }, (_, tick) =>
      Array.from({ length: 200 }, (_, disk) =>
        reading('disk.smart', 0, at(tick * 2), { instance: `disk${disk}` }),
      ),
    ).flat();
    const one = station();
    let floods = 0;
    let popups = 0;
    const play = new Map<number, Reading[]>();
    for (const r of readings) play.set(r.at, [...(play.get(r.at) ?? []), r]);
    for (const [time, batch] of play) {
      for (const r of batch) one.ingest(r);
      for (const event of one.commit(time)) {
        if (event.type === 'flood') floods += 1;
        if (event.type === 'popup') popups += 1;
      }
    }
    expect({ floods, popups, open: one.openIncidents.length }).toEqual({ floods: 1, popups: 10, open: 200 });
    expect(one.openIncidents.filter((incident) => incident.popupAt === null)).toHaveLength(190);
  });

  it('the package speaks for its cores: one incident, not five', () => {
    const cores = ['core0', 'core1', 'core2', 'core3'].map((instance) => [
      ...every('cpu.temperature', 0, 100, () => 90, 2, { instance }),
    ]);
    const all = [...every('cpu.temperature', 0, 100, () => 91), ...cores.flat()].sort((a, b) => a.at - b.at);
    expect(run(all).incidents).toHaveLength(1);
  });

  it('a failed first run without instance does not silence the instances that come later', () => {
    const lossy = every('network.loss', 2, 200, () => 50, 2, { instance: 'gateway' });
    const result = run([reading('network.loss', null, T0), ...lossy]);
    expect(result.incidents).toEqual([expect.objectContaining({ instance: 'gateway', severity: 'fault' })]);
    expect(result.verdicts.at(-1)?.verdict).toBe('fault');
    const fine = every('network.loss', 2, 200, () => 0, 2, { instance: 'gateway' });
    expect(run([reading('network.loss', null, T0), ...fine]).verdicts.at(-1)?.verdict).toBe('ok');
  });

  it('a sensor stuck for an hour under changing load is not believed', () => {
    const readings = [
      ...every('cpu.load', 0, 4000, (s) => (s % 600 < 300 ? 5 : 90), 10),
      ...every('cpu.temperature', 0, 4000, () => 55, 10),
    ].sort((a, b) => a.at - b.at);
    expect(run(readings).verdicts).toEqual([
      { at: T0, verdict: 'ok' },
      { at: at(3630), verdict: 'unknown' },
    ]);
  });

  it('live: every required metric must be there', () => {
    const live = station({ expectAll: true });
    live.ingest(reading('cpu.temperature', 60, T0));
    live.commit(T0);
    expect(live.verdict).toMatchObject({
      judgement: 'unknown',
      missing: expect.arrayContaining(['network.loss']),
    });
  });

  it('a metric that IT accepted as not monitored leaves the verdict and is said', () => {
    const index = station().verdict;
    expect(index.judgement).toBe('ok');
    const one = station({ accepted: ['cpu.temperature'] });
    one.ingest(reading('cpu.temperature', null, T0));
    one.commit(T0);
    expect(one.verdict).toMatchObject({ judgement: 'ok', accepted: ['cpu.temperature'] });
  });
});
