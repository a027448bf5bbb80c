import { FileText, LoaderCircle } from 'lucide-react';
import type { IncidentState } from '../../../../shared/health/state.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { SavingState } from '../history/SavingState.js';
import { useSaving } from '../history/use-saving.js';
import { BUTTON } from '../settings/controls/styles.js';

/** Saves a report of the incident that can be printed. A replay keeps no history to make one of. */
export function SaveReport({ incident }: { readonly incident: IncidentState }) {
  const { t } = useTexts();
  const isLive = useMonitor(({ snapshot }) => snapshot?.mode.kind === 'live');
  const [saving, save] = useSaving();
  if (!isLive) return null;
  const isSaving = saving.state === 'saving';
  const Icon = isSaving ? LoaderCircle : FileText;
  return (
    <section className="flex flex-wrap items-center gap-2.5 border-t border-line pt-3">
      <button
        type="button"
        data-testid="save-report"
        aria-disabled={isSaving}
        className={`${BUTTON} aria-disabled:opacity-60`}
        onClick={() => void save(() => bridge.invoke('history:report', { id: incident.id }))}
      >
        <Icon
          className={`size-4 text-dim ${isSaving ? 'animate-spin motion-reduce:animate-none' : ''}`}
          aria-hidden
        />
        {t(isSaving ? 'ui.report.saving' : 'ui.report.save')}
      </button>
      <SavingState saving={saving} />
    </section>
  );
}
