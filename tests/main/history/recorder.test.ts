import { expect, test } from 'vitest';
import type { Job } from '../../../src/main/history/protocol.js';
import { Recorder } from '../../../src/main/history/recorder.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { shippedIndex } from '../../support/profile.js';

const T0 = 1_767_600_000_000;

const temperature = (second: number, value: number | null): Reading => ({
  metric: 'cpu.temperature',
  value,
  unit: '°C',
  at: T0 + second * 1_000,
  source: 'test',
  ...(value === null && { missing: 'failed' }),
});

function record() {
  const jobs: Job[] = [];
  let now = 0;
  const monitor = new Monitor({ index: shippedIndex(), mode: { kind: 'live' } });
  const recorder = new Recorder({
    monitor,
    history: { store: (job) => Promise.resolve(jobs.push(job) > 0) },
    clock: () => now,
  });
  const play = (from: number, to: number, value: (second: number) => number | null): void => {
    for (let second = from; second < to; second += 2) {
      now = second * 1_000;
      monitor.take([temperature(second, value(second))], T0 + second * 1_000);
    }
  };
  const of = <T extends Job['type']>(type: T) =>
    jobs.filter((job): job is Extract<Job, { type: T }> => job.type === type);
  return { monitor, recorder, play, of };
}

test('readings go once a minute, each of them once, unknown ones as unknown', () => {
  const { play, of, recorder } = record();
  play(0, 130, (second) => (second === 10 ? null : 50));
  recorder.flush();
  const batches = of('batch');
  expect(batches).toHaveLength(3);
  const series = batches.flatMap((batch) => batch.series);
  expect(series.flatMap(({ at }) => at)).toEqual(
    Array.from({ length: 65 }, (_, index) => T0 + index * 2_000),
  );
  expect(series.flatMap(({ values }) => values).filter((value) => value === null)).toHaveLength(1);
});

test('a clock that is set back loses no reading', () => {
  const { play, of, recorder, monitor } = record();
  play(0, 20, () => 50);
  monitor.take([temperature(-3_600, 51)], T0 - 3_600_000);
  recorder.flush();
  expect(of('batch').flatMap(({ series }) => series[0]?.at ?? [])).toHaveLength(11);
});

test('an incident is stored when it opens, when its peak grows, when it is seen and when it ends', () => {
  const { play, of, monitor } = record();
  play(0, 60, () => 91);
  const [opened] = of('incident');
  expect(opened?.incident).toMatchObject({ metric: 'cpu.temperature', closedAt: null, peak: 91 });
  expect(of('happening').map(({ happening }) => happening)).toEqual([
    { at: opened?.incident.openedAt, kind: 'popup', incident: opened?.incident.id },
  ]);
  play(60, 130, () => 95);
  expect(of('incident').at(-1)?.incident.peak).toBe(95);
  const stored = of('incident').length;
  play(130, 260, () => 95);
  // How many readings there were changes with every tick; it is stored with the minute's batch.
  expect(of('incident').length - stored).toBeLessThanOrEqual(3);
  monitor.handle(opened?.incident.id ?? '', { type: 'acknowledge', by: 'IT' });
  expect(of('incident').at(-1)?.incident.acknowledgedAt).toBeDefined();
  expect(of('happening').at(-1)?.happening).toMatchObject({ kind: 'acknowledged', by: 'IT' });
  play(260, 400, () => 50);
  expect(of('incident').at(-1)?.incident.closedAt).not.toBeNull();
});

test('times on air go as they begin and end, and muting is none', () => {
  const { monitor, of } = record();
  monitor.situation.set({ muteMinutes: 0 });
  for (const onAir of [true, true, false]) monitor.situation.set({ onAir });
  expect(of('on-air').map(({ onAir }) => onAir)).toEqual([true, false]);
});

test('a new history gets the incidents that are open', () => {
  const { play, of, recorder } = record();
  play(0, 60, () => 91);
  const before = of('incident').length;
  recorder.saveAll();
  expect(of('incident')).toHaveLength(before + 1);
});
