import type { GatheredBatch } from '../../shared/sampler/gathered.js';
import type { Log } from '../log/log.js';
import type { Monitor } from './monitor.js';
import { NO_PATIENCE, type Patience } from './patience.js';
import { ProgramRequests } from './program-requests.js';
import { SamplerHost, SILENT_TICKS, type SpawnSampler } from './sampler-host.js';
import type { SamplerReport } from './sampler-report.js';
import { type PageCost, SelfMeter } from './self-meter.js';
import type { SamplerConfiguration, Source } from './source.js';

/** What the live source is made of. */
export interface LiveSourceOptions {
  readonly monitor: Monitor;
  readonly configuration: SamplerConfiguration;
  readonly report: SamplerReport;
  readonly spawn: SpawnSampler;
  readonly log: Log;
  /** What the open pages cost now; null: none is open. */
  readonly pages: () => PageCost | null;
}

/** This machine's own readings, from the sampler process. */
export function liveSource(options: LiveSourceOptions): Source {
  const { monitor, configuration, report, spawn, log, pages } = options;
  let { tickMs } = configuration;
  let isWatched = false;
  let patience: Patience = NO_PATIENCE;
  const meter = new SelfMeter({ pages });
  const take = (ticks: readonly GatheredBatch[]): void =>
    monitor.takeTogether(
      ticks.map(({ at, readings }) => ({ at, readings: [...readings, ...meter.beside(readings)] })),
    );
  const takeNothing = (): void => {
    // Without news only these commits notice that readings grow old. Patience made them late: those that were left out
    // are made up for, because a leap would count as a pause of the machine.
    const now = Date.now();
    const first = monitor.at + SILENT_TICKS * tickMs;
    const ticks: GatheredBatch[] = [];
    if (now - first <= patience.ms + tickMs)
      for (let at = first; at < now; at += tickMs) ticks.push({ at, readings: [] });
    monitor.takeTogether([...ticks, { at: now, readings: [] }]);
  };
  const host = new SamplerHost({
    spawn,
    configuration,
    log,
    onStatus: (status) => {
      monitor.setSampler(status);
      // What is known is old by the time that a new process, or one that slept, reads again.
      if (status.state !== 'running') setPatience(NO_PATIENCE);
    },
    onSilence: takeNothing,
    onMessage: (message) => {
      report.note(message, Date.now());
      switch (message.type) {
        case 'programs':
          requests.hear(message);
          return;
        case 'readings':
          meter.noteArrival(message.sentAt);
          take([{ at: Date.now(), readings: message.readings }]);
          break;
        case 'gathered':
          meter.noteArrival(message.sentAt);
          take(message.batches);
          break;
        default:
          return;
      }
      adaptPatience();
    },
  });
  const requests = new ProgramRequests((command) => host.ask(command));
  const setPatience = (fitting: Patience): void => {
    if (fitting === patience) return;
    patience = fitting;
    host.setPatience(patience);
    monitor.rest(patience.idle);
  };
  const adaptPatience = (): void =>
    setPatience(isWatched || monitor.isHolding ? NO_PATIENCE : monitor.patience);
  // What was dull may breach now: the next readings tell.
  monitor.rejudged.on(() => setPatience(NO_PATIENCE));
  return {
    start: () => host.start(),
    suspend: () => host.suspend(),
    resume: () => host.resume(),
    configure: (configuration) => {
      ({ tickMs } = configuration);
      host.configure(configuration);
    },
    setQuiet: (quiet) => host.setQuiet(quiet),
    setWatched: (watched) => {
      isWatched = watched;
      adaptPatience();
    },
    restart: () => host.replaceNow(),
    readNow: (metrics) => host.ask({ type: 'read', metrics: [...metrics] }),
    programs: (kind) => requests.find(kind),
    report: (raw) => host.report(raw),
    stop: () => host.stop(),
  };
}
