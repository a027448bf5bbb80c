import type { Settings } from '../../shared/settings/schema.js';
import { streamingProgram } from '../../shared/settings/streaming.js';
import type { Monitor } from '../monitor/monitor.js';
import type { Source } from '../monitor/source.js';

/** What the offer is made from. */
export interface OfferNeeds {
  readonly monitor: Pick<Monitor, 'commits' | 'valueOf' | 'situation' | 'mode'>;
  readonly source: Pick<Source, 'programs'>;
  readonly settings: { readonly current: Pick<Settings, 'streamingPrograms'> };
}

/**
 * Offers to go on air when a camera begins to be used while streaming software runs. The programs are looked for at
 * that moment only. A camera that is let go takes the offer back; nothing is ever switched without being asked.
 */
export function offerOnAir({ monitor, source, settings }: OfferNeeds): void {
  if (monitor.mode.kind !== 'live') return;
  let inUse = false;
  monitor.commits.on(() => {
    const now = monitor.valueOf('camera.inUse') === 1;
    if (now === inUse) return;
    inUse = now;
    if (!now) return monitor.situation.set({ offer: null });
    if (monitor.situation.current.onAir) return;
    void source.programs('names').then((programs) => {
      const names = programs.map(({ name }) => name);
      const program = streamingProgram(settings.current.streamingPrograms, names);
      if (inUse && program !== undefined && !monitor.situation.current.onAir)
        monitor.situation.set({ offer: program });
    });
  });
}
