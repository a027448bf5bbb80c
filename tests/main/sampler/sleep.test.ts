import { afterEach, describe, expect, it } from 'vitest';
import { createCollectors } from '../../../src/main/sampler/collectors/index.js';
import { createRunner } from '../../../src/main/sampler/runner.js';
import type { StationEvent } from '../../../src/shared/health/state.js';
import type { Reading } from '../../../src/shared/metrics/reading.js';
import { station } from '../../support/profile.js';
import { Tree } from './collectors/fixture.js';
import { FakeClock } from './fake-clock.js';

const TICK_MS = 2_000;
const NIGHT_MS = 8 * 3_600_000;
const GIGABYTE = 1e9;

/** A healthy machine whose counters jump by a night's backup while it sleeps. */
class Machine {
  readonly tree = new Tree({
    'proc/meminfo': 'MemTotal: 8000000 kB\nMemAvailable: 5000000 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB',
    'proc/net/route': 'Iface\neth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0',
    'sys/class/net/eth0/device/vendor': '0x8086',
    'sys/class/net/eth0/operstate': 'up',
    'sys/class/net/eth0/carrier': 1,
    'sys/class/power_supply/AC/type': 'Mains',
    'sys/class/power_supply/AC/online': 1,
    'sys/class/hwmon/hwmon0/name': 'coretemp',
    'sys/class/hwmon/hwmon0/temp1_label': 'Package id 0',
    'sys/class/hwmon/hwmon0/temp1_input': 55_000,
    'sys/block/sda/size': 1_000,
    'sys/block/sda/device/model': 'Model X',
  });
  #bytes = 0;
  #seconds = 0;

  /** What a stretch of time does to the counters. */
  pass(seconds: number, bytes: number): void {
    this.#seconds += seconds;
    this.#bytes += bytes;
    const sectors = Math.round(this.#bytes / 512);
    const idle = Math.round(this.#seconds * 90);
    this.tree.write({
      'proc/stat': `cpu ${Math.round(this.#seconds * 10)} 0 0 ${idle} 0 0 0 0`,
      'sys/class/net/eth0/statistics/rx_bytes': this.#bytes,
      'sys/class/net/eth0/statistics/tx_bytes': this.#bytes,
      'sys/block/sda/stat': `10 0 ${sectors} 10 10 0 ${sectors} 10 0 ${this.#seconds} 0 0 0 0 0 0 0`,
    });
  }
}

let stop = (): void => undefined;
afterEach(() => stop());

function running() {
  const machine = new Machine();
  machine.pass(1, 0);
  const { root } = machine.tree;
  const clock = new FakeClock();
  const collectors = createCollectors({
    platform: 'linux',
    root,
    home: root,
    probeTarget: () => null,
    clock,
  });
  const judged = station();
  const events: StationEvent[] = [];
  const readings: Reading[] = [];
  const runner = createRunner({
    collectors: collectors.filter(({ id }) => id.startsWith('linux.')),
    tickMs: TICK_MS,
    clock,
    onReadings: (batch) => {
      readings.push(...batch);
      for (const one of batch) judged.ingest(one);
      events.push(...judged.commit(batch[0]?.at ?? 0));
    },
  });
  stop = () => {
    runner.stop();
    for (const one of collectors) one.dispose?.();
  };
  const minutes = async (count: number): Promise<void> => {
    for (let tick = 0; tick < (count * 60_000) / TICK_MS; tick += 1) {
      machine.pass(TICK_MS / 1_000, 100_000);
      await clock.advance(TICK_MS);
    }
  };
  return { machine, clock, runner, judged, events, readings, minutes };
}

describe('a machine that sleeps for a night', () => {
  it.each([
    ['is told of before', true],
    ['is not told of', false],
  ])('has no fault from a sleep that %s, and no rate that covers it', async (_, isTold) => {
    const { machine, clock, runner, judged, events, readings, minutes } = running();
    runner.start();
    // Files are really read: on a busy machine the last ones may not have come yet.
    const untilVerdict = async (isSo: () => boolean): Promise<void> => {
      await minutes(3);
      for (let more = 0; more < 20 && !isSo(); more += 1) await minutes(0.5);
    };
    await untilVerdict(() => judged.verdict.missing.length === 0);
    const before = judged.verdict.judgement;
    const asleepAt = clock.wall();
    if (isTold) runner.suspend();
    machine.pass(10, 50 * GIGABYTE);
    clock.sleep(NIGHT_MS);
    if (isTold) runner.resume();
    const from = readings.length;
    await untilVerdict(() => judged.verdict.judgement === before);

    expect(events.filter(({ type, at }) => type === 'opened' && at >= asleepAt)).toEqual([]);
    expect(judged.verdict.judgement).toBe(before);
    const after = readings.slice(from);
    const rates = after.filter(({ metric }) => /\.rate$/.test(metric));
    expect(rates.some(({ value }) => value !== null)).toBe(true);
    // 50 kB/s while awake; the night's 50 GB would make 1.7 MB/s of it.
    for (const { metric, value } of rates) expect(value ?? 0, metric).toBeLessThan(100e3);
  });
});
