import { ArrowRight } from 'lucide-react';
import { firstAction } from '../../../../shared/health/messages.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';

/** The first thing to do about an incident, so that it is seen before all else. */
export function FirstAction({ incident }: { readonly incident: IncidentState }) {
  const speech = useTexts();
  return (
    <p data-tone={incident.level} className="flex items-start gap-2 rounded-lg bg-tone-soft px-2.5 py-2">
      <ArrowRight className="mt-0.75 size-4 shrink-0 text-tone" aria-hidden />
      <span>
        <strong className="mr-2 font-semibold text-tone">{speech.t('ui.firstAction')}</strong>
        {firstAction(incident, speech)}
      </span>
    </p>
  );
}
