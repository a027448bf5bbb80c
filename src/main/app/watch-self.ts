import type { Notice } from '../../shared/ipc/contract.js';
import type { Monitor } from '../monitor/monitor.js';
import { SelfGuard } from '../monitor/self-guard.js';
import type { SamplerConfiguration, Source } from '../monitor/source.js';

/** Slowest tick, ms; the same bound as in the settings. */
const SLOWEST_TICK_MS = 10_000;

/** What watching oneself touches. */
export interface WatchNeeds {
  readonly monitor: Pick<Monitor, 'commits' | 'valueOf' | 'mode' | 'at'>;
  readonly source: Pick<Source, 'configure' | 'restart'>;
  /** How the hardware is measured by the settings. */
  readonly configuration: () => SamplerConfiguration;
  readonly notice: (notice: Notice) => void;
}

/** Reads less often, or begins with a new sampler, when reading the hardware costs too much; and says so. */
export function watchSelf({ monitor, source, configuration, notice }: WatchNeeds): void {
  if (monitor.mode.kind !== 'live') return;
  const guard = new SelfGuard();
  let factor = 1;
  monitor.commits.on(() => {
    // Sampling less often relieves both; a page is closed by whoever opened it.
    const sampling = monitor.valueOf('self.cpu', 'sampler');
    const cost = {
      cpu: sampling === null ? null : sampling + (monitor.valueOf('self.cpu', 'main') ?? 0),
      memory: monitor.valueOf('self.memory', 'sampler'),
    };
    const relief = guard.note(cost, monitor.at);
    if (relief === 'restart') {
      source.restart();
      notice({ code: 'sampler-too-big', detail: `${Math.round((cost.memory ?? 0) / 1_000_000)} MB` });
    }
    if (relief !== 'slow-down') return;
    const wanted = configuration();
    const tickMs = Math.min(SLOWEST_TICK_MS, wanted.tickMs * factor * 2);
    if (tickMs === wanted.tickMs * factor) return;
    factor = tickMs / wanted.tickMs;
    source.configure({ ...wanted, tickMs });
    notice({ code: 'slowed-down', detail: String(Math.round(tickMs / 1_000)) });
  });
}
