import { CircleCheck } from 'lucide-react';
import type { IncidentState } from '../../../../shared/health/state.js';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import type { MonitorSnapshot } from '../../../../shared/ipc/contract.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { isSettling } from '../dashboard/phase.js';
import { IncidentRow } from './IncidentRow.js';
import { TodayList } from './TodayList.js';

const NONE: readonly IncidentState[] = [];

/** What an empty list means: nothing is wrong, nothing is known to be, or nothing is known yet. */
function quietText(snapshot: MonitorSnapshot | null): MessageKey {
  if (!snapshot || isSettling(snapshot)) return 'ui.incidents.soon';
  return snapshot.verdict.judgement === 'unknown' ? 'ui.incidents.unknown' : 'ui.incidents.none';
}

/** What is wrong now: faults first, then the oldest. */
export function IncidentList() {
  const { t } = useTexts();
  const incidents = useMonitor(({ snapshot }) => snapshot?.incidents ?? NONE);
  const quiet = useMonitor(({ snapshot }) => quietText(snapshot));
  const sorted = [...incidents].sort(
    (a, b) => Number(b.level === 'fault') - Number(a.level === 'fault') || a.since - b.since,
  );
  return (
    <section
      aria-labelledby="incidents"
      className="flex grow flex-col rounded-card border border-line bg-surface shadow-card"
    >
      <h2 id="incidents" className="flex items-center gap-2 px-4 pt-3 pb-2 font-semibold">
        {t('ui.incidents')}
        {sorted.length > 0 && (
          <span className="rounded-full bg-sunken px-2 text-caption font-semibold text-dim">
            {sorted.length}
          </span>
        )}
      </h2>
      {sorted.length === 0 ? (
        <p className="flex items-center gap-2 px-4 pb-3.5 text-dim">
          {quiet === 'ui.incidents.none' && <CircleCheck className="size-4 shrink-0" aria-hidden />}
          {t(quiet)}
        </p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {sorted.map((incident) => (
            <IncidentRow key={incident.id} incident={incident} />
          ))}
        </ul>
      )}
      <TodayList />
    </section>
  );
}
