import { CircleCheck } from 'lucide-react';
import type { IncidentState } from '../../../../shared/health/state.js';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import type { MonitorSnapshot } from '../../../../shared/ipc/contract.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { isSettling } from '../dashboard/phase.js';
import { EmergencyButton } from '../playbooks/EmergencyButton.js';
import { Procedures } from '../playbooks/Procedures.js';
import { IncidentRow } from './IncidentRow.js';
import { TodayList } from './TodayList.js';

const NONE: readonly IncidentState[] = [];

/** What an empty list means: nothing is wrong, nothing is known to be, or nothing is known yet. */
function quietText(snapshot: MonitorSnapshot | null): MessageKey {
  if (!snapshot || isSettling(snapshot)) return 'ui.incidents.soon';
  return snapshot.verdict.judgement === 'unknown' ? 'ui.incidents.unknown' : 'ui.incidents.none';
}

/** What is wrong now, what was today, and what there are procedures for. */
export function IncidentList() {
  const { t } = useTexts();
  return (
    <section
      aria-labelledby="incidents"
      className="flex grow flex-col rounded-card border border-line bg-surface shadow-card"
    >
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 pb-2">
        <h2 id="incidents" className="flex items-center gap-2 text-heading font-semibold">
          {t('ui.incidents')}
          <Count />
        </h2>
        <EmergencyButton />
      </div>
      <OpenIncidents />
      <TodayList />
      <Procedures />
    </section>
  );
}

function Count() {
  const count = useMonitor(({ snapshot }) => snapshot?.incidents.length ?? 0);
  if (count === 0) return null;
  return <span className="rounded-full bg-sunken px-2 text-caption font-semibold text-dim">{count}</span>;
}

/** Faults first, then the oldest. */
function OpenIncidents() {
  const { t } = useTexts();
  const incidents = useMonitor(({ snapshot }) => snapshot?.incidents ?? NONE);
  const quiet = useMonitor(({ snapshot }) => quietText(snapshot));
  const sorted = [...incidents].sort(
    (a, b) => Number(b.level === 'fault') - Number(a.level === 'fault') || a.since - b.since,
  );
  if (sorted.length === 0)
    return (
      <p className="flex items-center gap-2 px-4 pb-3.5 text-dim">
        {quiet === 'ui.incidents.none' && <CircleCheck className="size-4 shrink-0" aria-hidden />}
        {t(quiet)}
      </p>
    );
  return (
    <ul className="divide-y divide-line border-t border-line">
      {sorted.map((incident) => (
        <IncidentRow key={incident.id} incident={incident} />
      ))}
    </ul>
  );
}
