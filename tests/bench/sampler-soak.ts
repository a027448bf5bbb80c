import { createCollectors } from '../../src/main/sampler/collectors/index.js';
import { createRunner } from '../../src/main/sampler/runner.js';
import { FakeClock } from '../main/sampler/fake-clock.js';
import { type Use, use } from './use.js';

/** Readings, and what was in use after the warm-up and at the end. */
export interface RunnerSoak {
  readonly readings: number;
  readonly warm: Use;
  readonly end: Use;
}

const TICK_MS = 2_000;

/**
 * Runs the sampler's runner with the collectors of this system on a clock that is pushed on: every tick reads the real
 * hardware. Without the prober, which sends its probes by the real clock.
 */
export async function soakRunner(ticks: number, warmUp: number, home: string): Promise<RunnerSoak> {
  const clock = new FakeClock();
  const all = createCollectors({ platform: process.platform, home, probeTarget: () => null, clock });
  const collectors = all.filter(({ id }) => id !== 'network-quality');
  for (const one of all) if (!collectors.includes(one)) one.dispose?.();
  let readings = 0;
  const runner = createRunner({
    collectors,
    tickMs: TICK_MS,
    clock,
    onReadings: (batch) => {
      readings += batch.length;
    },
    onStats: () => undefined,
  });
  runner.start();
  await clock.advance(warmUp * TICK_MS);
  const warm = await use();
  await clock.advance((ticks - warmUp) * TICK_MS);
  const end = await use();
  runner.stop();
  return { readings, warm, end };
}
