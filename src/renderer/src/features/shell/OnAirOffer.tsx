import { Radio } from 'lucide-react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { BUTTON } from '../settings/controls/styles.js';
import { useOnAir } from './use-on-air.js';

/** Asks whether the station is on air, when a streaming program uses the camera. */
export function OnAirOffer() {
  const { t } = useTexts();
  const program = useMonitor(({ snapshot }) => snapshot?.situation.offer ?? null);
  const { set, question } = useOnAir();
  if (program === null) return null;
  return (
    <div
      role="status"
      data-testid="on-air-offer"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line-strong bg-brand-soft px-3.5 py-2"
    >
      <Radio className="size-4 shrink-0 text-brand" aria-hidden />
      <p className="min-w-0 grow">{t('ui.onAir.offer', { program })}</p>
      <button type="button" className={BUTTON} onClick={() => set(true)}>
        {t('ui.onAir.start')}
      </button>
      <button
        type="button"
        className={BUTTON}
        onClick={() => void bridge.invoke('situation:set', { offer: null })}
      >
        {t('ui.onAir.decline')}
      </button>
      {question}
    </div>
  );
}
