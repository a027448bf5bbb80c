import { Radio } from 'lucide-react';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { BUTTON } from '../settings/controls/styles.js';
import { useOnAir } from './use-on-air.js';

/** Whether the station is on air, and the way to say so. */
export function OnAir() {
  const { t } = useTexts();
  const onAir = useMonitor(({ snapshot }) => snapshot?.situation.onAir);
  const { set, question } = useOnAir();
  if (onAir === undefined) return null;
  return (
    <>
      {onAir && (
        <span
          data-testid="on-air"
          className="flex items-center gap-1.5 rounded-full bg-brand px-2.5 py-0.75 text-caption font-semibold whitespace-nowrap text-brand-ink"
        >
          <Radio className="size-3.5 shrink-0" aria-hidden />
          {t('ui.onAir')}
        </span>
      )}
      <button
        type="button"
        title={t('ui.onAir.hint')}
        onClick={() => set(!onAir)}
        className={`${BUTTON} whitespace-nowrap`}
      >
        {t(onAir ? 'ui.onAir.end' : 'ui.onAir.start')}
      </button>
      {question}
    </>
  );
}
