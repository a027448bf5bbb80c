import { Siren } from 'lucide-react';
import { useTexts } from '../../i18n.js';
import { openPlaybook } from '../../stores/view.js';

/** Opens the playbook for emergencies: nobody looks for it when one is there. */
export function EmergencyButton() {
  const { t } = useTexts();
  return (
    <button
      type="button"
      data-testid="emergency"
      data-tone="fault"
      title={t('playbook.emergency.hint')}
      onClick={() => openPlaybook('S3.e')}
      className="inline-flex items-center gap-1.5 rounded-lg border border-tone-solid/40 px-2.5 py-0.75 text-caption font-semibold text-tone hover:bg-tone-soft"
    >
      <Siren className="size-3.5 shrink-0" aria-hidden />
      {t('playbook.emergency')}
    </button>
  );
}
