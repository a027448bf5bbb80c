import { formatDuration } from '../../../../shared/format/duration.js';
import { incidentTitle } from '../../../../shared/health/messages.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';

/** Says for a moment that a fault is over. */
export function EndedFault({ incident }: { readonly incident: IncidentState }) {
  const speech = useTexts();
  const { t } = speech;
  const { id, since, closedAt } = incident;
  const duration = formatDuration((closedAt ?? since) - since, t);
  return (
    <li data-incident={id} data-tone="ok" className="flex items-center gap-3 px-4 py-3">
      <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-tone-soft text-tone">
        <JudgementIcon tone="ok" className="size-6" />
      </span>
      <p className="min-w-0">
        <strong className="block font-bold text-tone">{t('popup.recovered')}</strong>
        <span className="text-caption text-dim">
          {t('popup.recovered.note', { title: incidentTitle(incident, speech), duration })}
        </span>
      </p>
    </li>
  );
}
