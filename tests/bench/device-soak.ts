import { Recent } from '../../src/main/monitor/recent.js';
import { createCollectors } from '../../src/main/sampler/collectors/index.js';
import { createRunner } from '../../src/main/sampler/runner.js';
import { Station } from '../../src/shared/health/station.js';
import { parseProfile } from '../../src/shared/sop/parse.js';
import { ProfileIndex } from '../../src/shared/sop/profile-index.js';
import { FakeClock } from '../main/sampler/fake-clock.js';
import { ChangingMachine } from './changing-machine.js';
import { type Use, use } from './use.js';

/** Devices that came, and what was in use after the warm-up and at the end. */
export interface DeviceSoak {
  /** Different series that were read: every new device adds some. */
  readonly series: number;
  readonly warm: Use;
  readonly end: Use;
}

const TICK_MS = 2_000;
/** A device changes every so many ticks. */
const CHANGE_TICKS = 2;

/**
 * Samples, judges and remembers a machine whose devices come and go, on a clock that is pushed on. Every new device is one that was
 * never there before, so that whatever is kept by device would grow. Without the prober, which goes by the real clock.
 * @param procedure JSON of the procedure that it is judged by
 */
export async function soakDevices(ticks: number, warmUp: number, procedure: unknown): Promise<DeviceSoak> {
  const parsed = parseProfile(procedure);
  if (!parsed.ok) throw new Error(`${parsed.problem.path}: ${parsed.problem.message}`);
  const index = new ProfileIndex(parsed.profile);
  const machine = new ChangingMachine();
  const { root } = machine;
  const clock = new FakeClock();
  const all = createCollectors({ platform: 'linux', root, home: root, probeTarget: () => null, clock });
  const collectors = all.filter(({ id }) => id !== 'network-quality');
  for (const one of all) if (!collectors.includes(one)) one.dispose?.();
  const station = new Station({ index, expectAll: true });
  const recent = new Recent();
  const series = new Set<string>();
  const runner = createRunner({
    collectors,
    tickMs: TICK_MS,
    clock,
    onReadings: (batch) => {
      for (const reading of batch) {
        station.ingest(reading);
        recent.note(reading.metric, reading.instance, reading.at, reading.value);
        series.add(`${reading.metric} ${reading.instance ?? ''}`);
      }
      station.commit(batch[0]?.at ?? 0);
    },
    onStats: () => undefined,
  });
  const run = async (count: number): Promise<Use> => {
    for (let tick = 0; tick < count; tick++) {
      machine.tick(CHANGE_TICKS);
      await clock.advance(TICK_MS);
    }
    return use();
  };
  runner.start();
  try {
    const warm = await run(warmUp);
    const end = await run(ticks - warmUp);
    return { series: series.size, warm, end };
  } finally {
    runner.stop();
    machine.remove();
  }
}
