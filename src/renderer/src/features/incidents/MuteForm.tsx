import { useState } from 'react';
import type { MessageKey, Translate } from '../../../../shared/i18n/index.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { useWho } from '../../stores/who.js';
import { FieldError } from '../settings/controls/FieldError.js';
import { BUTTON } from '../settings/controls/styles.js';
import { failureText } from './use-handling.js';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Lengths of time without announcements, minutes. */
const LENGTHS = [30, HOUR, 4 * HOUR, DAY] as const;

function lengthText(minutes: number, t: Translate): string {
  if (minutes === DAY) return t('incidents.mute.day');
  return minutes < HOUR
    ? t('incidents.mute.minutes', { minutes })
    : t('incidents.mute.hours', { hours: minutes / HOUR });
}

/** For how long nothing of a clause is announced. */
export function MuteForm({ clause, onDone }: { readonly clause: string; readonly onDone: () => void }) {
  const { t } = useTexts();
  const by = useWho((state) => state.name);
  const [error, setError] = useState<MessageKey | null>(null);
  const mute = async (minutes: number) => {
    const result = await bridge.invoke('clause:mute', { clause, minutes, by });
    if (result.ok) onDone();
    else setError(failureText(result.error.code));
  };
  return (
    <div className="grid gap-2 rounded-lg border border-line bg-canvas px-3.5 py-3">
      <p className="text-caption text-dim">{t('incidents.mute.note', { clause })}</p>
      <div className="flex flex-wrap gap-2">
        {LENGTHS.map((minutes) => (
          <button key={minutes} type="button" className={BUTTON} onClick={() => void mute(minutes)}>
            {lengthText(minutes, t)}
          </button>
        ))}
      </div>
      <FieldError error={error} />
    </div>
  );
}
