import type { Notice } from '../../shared/ipc/contract.js';
import { stationProcedure } from '../../shared/settings/procedure.js';
import type { Settings } from '../../shared/settings/schema.js';
import type { Profile } from '../../shared/sop/schema.js';
import type { Monitor } from '../monitor/monitor.js';

/** What judging needs: the procedure, who judges by it, and who hears of a contradiction. */
interface Judging {
  readonly profile: Profile;
  readonly monitor: Pick<Monitor, 'configure' | 'withdrawNotice'>;
  readonly notice: (notice: Notice) => void;
}

/** Judges by the procedure with IT's changes, and says when they contradict each other. */
export function judgeBy({ profile, monitor, notice }: Judging, settings: Settings): void {
  const procedure = stationProcedure(profile, settings);
  monitor.withdrawNotice('overrides-not-used');
  if (procedure.problem !== undefined) notice({ code: 'overrides-not-used', detail: procedure.problem });
  monitor.configure(procedure);
}
