import { useShallow } from 'zustand/react/shallow';
import { groupOf } from '../../../../shared/health/groups.js';
import { incidentTitle } from '../../../../shared/health/messages.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';

/** Open incidents of the same cause. */
export function useRelated(incident: IncidentState): readonly IncidentState[] {
  return useMonitor(
    useShallow(({ snapshot }) =>
      (snapshot?.incidents ?? []).filter(
        (one) => one.id !== incident.id && groupOf(one) === groupOf(incident),
      ),
    ),
  );
}

/** Where else the same cause shows. */
export function Related({ incident }: { readonly incident: IncidentState }) {
  const speech = useTexts();
  const related = useRelated(incident);
  if (related.length === 0) return null;
  return (
    <div className="text-caption">
      <span className="text-dim">{speech.t('incidents.related')}</span>
      <ul className="list-inside list-disc">
        {related.map((one) => (
          <li key={one.id} data-related={one.id}>
            {incidentTitle(one, speech)}
          </li>
        ))}
      </ul>
    </div>
  );
}
