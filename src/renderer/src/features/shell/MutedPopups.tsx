import { BellOff } from 'lucide-react';
import { formatMoment } from '../../../../shared/format/time.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { Note } from '../../ui/Note.js';
import { TEXT_BUTTON } from '../settings/controls/styles.js';

/** Says that popups are muted, and until when: whoever did it may have forgotten. */
export function MutedPopups() {
  const { t, language } = useTexts();
  const until = useMonitor(({ snapshot }) => snapshot?.situation.mutedUntil ?? null);
  if (until === null) return null;
  return (
    <Note tone="advisory" icon={BellOff}>
      {t('tray.muted', { time: formatMoment(until, Date.now(), language) })}
      <button
        type="button"
        className={`${TEXT_BUTTON} ml-2`}
        onClick={() => void bridge.invoke('situation:set', { muteMinutes: 0 })}
      >
        {t('tray.unmute')}
      </button>
    </Note>
  );
}
