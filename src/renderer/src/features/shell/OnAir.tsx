import { Radio } from 'lucide-react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';

/** Whether the station is on air, and the way to say so. */
export function OnAir() {
  const { t } = useTexts();
  const onAir = useMonitor(({ snapshot }) => snapshot?.situation.onAir);
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
        onClick={() => void bridge.invoke('situation:set', { onAir: !onAir })}
        className="rounded-lg border border-tone-solid/40 bg-surface px-3 py-1.5 font-semibold whitespace-nowrap hover:border-tone-solid"
      >
        {t(onAir ? 'ui.onAir.end' : 'ui.onAir.start')}
      </button>
    </>
  );
}
