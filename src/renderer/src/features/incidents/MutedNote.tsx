import { BellOff } from 'lucide-react';
import { formatMoment } from '../../../../shared/format/time.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { usePreferences } from '../../stores/settings.js';
import { TEXT_BUTTON } from '../settings/controls/styles.js';

/** Says that a clause is muted, by whom and until when, and ends that. */
export function MutedNote({ clause }: { readonly clause: string }) {
  const { t, language } = useTexts();
  const mute = usePreferences(({ settings }) => settings?.mutes[clause]);
  const now = useMonitor(({ snapshot }) => snapshot?.at ?? 0);
  if (!mute || mute.until <= now) return null;
  const { by, until } = mute;
  return (
    <p data-muted={clause} className="flex flex-wrap items-center gap-x-1.5 text-caption text-dim">
      <BellOff className="size-3.5 shrink-0" aria-hidden />
      {t('incidents.muted', { clause, name: by, time: formatMoment(until, now, language) })}
      <button
        type="button"
        className={TEXT_BUTTON}
        onClick={() => void bridge.invoke('clause:mute', { clause, minutes: 0, by })}
      >
        {t('incidents.unmute')}
      </button>
    </p>
  );
}
