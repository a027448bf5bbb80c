import { Layers } from 'lucide-react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';

/** Says that there are more faults than were announced one by one, and where they all are. */
export function FloodLine() {
  const { t } = useTexts();
  return (
    <p
      role="status"
      data-tone="warning"
      className="flex items-center gap-2.5 border-t border-line bg-tone-soft px-4 py-2 text-tone"
    >
      <Layers className="size-4 shrink-0" aria-hidden />
      <span className="min-w-0 grow">{t('popup.flood')}</span>
      <button
        type="button"
        className="popup-button shrink-0"
        onClick={() => void bridge.invoke('popup:open', {})}
      >
        {t('popup.flood.open')}
      </button>
    </p>
  );
}
