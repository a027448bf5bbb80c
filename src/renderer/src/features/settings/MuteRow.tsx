import { POPUP_MUTES } from '../../../../shared/settings/mutes.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { BUTTON } from './controls/styles.js';

const HOUR = 60;

/** Mutes popups for a time, as the tray does: not every desktop has one. */
export function MuteRow() {
  const { t } = useTexts();
  const isMuted = useMonitor(({ snapshot }) => (snapshot?.situation.mutedUntil ?? null) !== null);
  const mute = (muteMinutes: number): void => void bridge.invoke('situation:set', { muteMinutes });
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-2 px-4 py-2.5">
      <legend className="float-left mr-auto font-medium">{t('tray.mute')}</legend>
      {POPUP_MUTES.map((minutes) => (
        <button key={minutes} type="button" className={BUTTON} onClick={() => mute(minutes)}>
          {minutes < HOUR
            ? t('tray.mute.minutes', { minutes })
            : t('tray.mute.hours', { hours: minutes / HOUR })}
        </button>
      ))}
      {isMuted && (
        <button type="button" className={BUTTON} onClick={() => mute(0)}>
          {t('tray.unmute')}
        </button>
      )}
    </fieldset>
  );
}
