import type { IncidentState } from '../../shared/health/state.js';
import type { MetricId } from '../../shared/metrics/dictionary.js';
import type { ProgramKind } from '../../shared/sampler/protocol.js';
import type { Monitor } from '../monitor/monitor.js';
import type { Source } from '../monitor/source.js';

/** What a program may be to blame for, by metric. */
const KIND: Partial<Record<MetricId, ProgramKind>> = {
  'cpu.temperature': 'cpu',
  'cpu.load': 'cpu',
  'fan.speed': 'cpu',
  'memory.usage': 'memory',
  'memory.swap': 'memory',
  'disk.latency': 'disk',
  'disk.busy': 'disk',
  'network.loss': 'network',
  'network.latency': 'network',
  'network.jitter': 'network',
  'network.tx.rate': 'network',
};

/** The kind of use that may explain an incident; undefined: no program can be to blame for it. */
export function kindOf({ metric, gone }: IncidentState): ProgramKind | undefined {
  return gone === undefined ? KIND[metric] : undefined;
}

/** Finds the programs most likely to blame when an incident opens, and only then; they are kept with it. */
export function blamePrograms(
  monitor: Pick<Monitor, 'events' | 'blame'>,
  source: Pick<Source, 'programs'>,
): void {
  monitor.events.on((event) => {
    if (event.type !== 'opened') return;
    const { incident } = event;
    const kind = kindOf(incident);
    if (kind === undefined) return;
    void source.programs(kind).then((programs) => {
      if (programs.length > 0) monitor.blame(incident.id, programs);
    });
  });
}
