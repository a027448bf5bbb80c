import type { InvokeMap } from '../../shared/ipc/contract.js';
import { type Result, success } from '../../shared/ipc/result.js';
import type { Monitor } from '../monitor/monitor.js';
import type { SettingsStore } from '../settings/store.js';

/** What muting a clause touches. */
export interface MutingNeeds {
  readonly settings: Pick<SettingsStore, 'current' | 'own' | 'update'>;
  readonly monitor: Pick<Monitor, 'incidents' | 'handle'>;
  /** The station's clock, ms since 1970. */
  readonly now: () => number;
}

type MuteWish = InvokeMap['clause:mute']['args'];

/** Announces nothing of a clause for a time; whoever asks for that has seen what is open in it. */
export function clauseMuting({ settings, monitor, now }: MutingNeeds) {
  return ({ clause, minutes, by }: MuteWish): Result<undefined> => {
    const at = now();
    const running = Object.entries(settings.own.mutes).filter(
      ([name, { until }]) => name !== clause && until > at,
    );
    const mutes = Object.fromEntries(running);
    if (minutes > 0) mutes[clause] = { by, until: at + minutes * 60_000 };
    const stored = settings.update({ mutes });
    if (!stored.ok) return stored;
    if (minutes > 0)
      for (const incident of monitor.incidents)
        if (incident.clause === clause) monitor.handle(incident.id, { type: 'acknowledge', by });
    return success(undefined);
  };
}
