import { FileText, LoaderCircle } from 'lucide-react';
import { incidentTitle } from '../../../../shared/health/messages.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { SavingState } from './SavingState.js';
import { useSaving } from './use-saving.js';

/** Saves the report of an incident from its row, above the row's own button. */
export function ReportButton({ incident }: { readonly incident: IncidentState }) {
  const speech = useTexts();
  const { t } = speech;
  const [saving, save] = useSaving();
  const isSaving = saving.state === 'saving';
  const Icon = isSaving ? LoaderCircle : FileText;
  return (
    <span className="relative z-1 inline-flex items-center gap-1.5 self-center">
      <SavingState saving={saving} />
      <button
        type="button"
        data-testid="row-report"
        aria-disabled={isSaving}
        aria-label={t('ui.report.of', { title: incidentTitle(incident, speech) })}
        title={t('ui.report.save')}
        className="rounded-md p-1 text-dim hover:bg-sunken hover:text-ink"
        onClick={() => void save(() => bridge.invoke('history:report', { id: incident.id }))}
      >
        <Icon className={`size-4 ${isSaving ? 'animate-spin motion-reduce:animate-none' : ''}`} aria-hidden />
      </button>
    </span>
  );
}
