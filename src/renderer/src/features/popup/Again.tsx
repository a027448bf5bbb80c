import { BellRing, type LucideIcon, RotateCcw } from 'lucide-react';
import type { IncidentState } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';

/** Why a fault that was announced before is here again; nothing at its first time. */
export function Again({ incident }: { readonly incident: IncidentState }) {
  const { t } = useTexts();
  const { escalatedAt, reopenings } = incident;
  return (
    <>
      {reopenings !== undefined && (
        <Reason name="reopened" icon={RotateCcw} text={t('popup.again.reopened', { count: reopenings })} />
      )}
      {escalatedAt !== undefined && (
        <Reason name="escalated" icon={BellRing} text={t('popup.again.escalated')} />
      )}
    </>
  );
}

interface ReasonProps {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly text: string;
}

function Reason({ name, icon: Icon, text }: ReasonProps) {
  return (
    <p data-again={name} className="flex items-center gap-1.5 text-caption font-semibold text-tone">
      <Icon className="size-3.5 shrink-0" aria-hidden />
      {text}
    </p>
  );
}
