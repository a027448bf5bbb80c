import type { Log } from '../log/log.js';
import type { Monitor } from './monitor.js';
import { SamplerHost, type SpawnSampler } from './sampler-host.js';
import type { SamplerReport } from './sampler-report.js';
import type { SamplerConfiguration, Source } from './source.js';

/** How much later than expected a tick may be, ms, before the station looks for stale readings by itself. */
const LATE_MS = 1_000;

/** What the live source is made of. */
export interface LiveSourceOptions {
  readonly monitor: Monitor;
  readonly configuration: SamplerConfiguration;
  readonly report: SamplerReport;
  readonly spawn: SpawnSampler;
  readonly log: Log;
}

/** This machine's own readings, from the sampler process. */
export function liveSource({ monitor, configuration, report, spawn, log }: LiveSourceOptions): Source {
  let { tickMs } = configuration;
  let silence: NodeJS.Timeout | undefined;
  const waitForTick = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      // Without news only this commit notices that readings grow old.
      monitor.take([], Date.now());
      waitForTick();
    }, tickMs + LATE_MS);
  };
  const host = new SamplerHost({
    spawn,
    configuration,
    log,
    onStatus: (status) => monitor.setSampler(status),
    onMessage: (message) => {
      report.note(message, Date.now());
      if (message.type !== 'readings') return;
      monitor.take(message.readings, Date.now());
      waitForTick();
    },
  });
  return {
    start: () => {
      host.start();
      waitForTick();
    },
    suspend: () => {
      clearTimeout(silence);
      host.suspend();
    },
    resume: () => {
      host.resume();
      waitForTick();
    },
    configure: (configuration) => {
      ({ tickMs } = configuration);
      host.configure(configuration);
    },
    stop: () => {
      clearTimeout(silence);
      host.stop();
    },
  };
}
