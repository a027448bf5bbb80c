import { useId } from 'react';
import type { QuietHours } from '../../../../shared/settings/quiet-hours.js';
import { useTexts } from '../../i18n.js';
import { usePreferences } from '../../stores/settings.js';
import { describedBy, Field } from './controls/Field.js';
import { CHECK, INPUT } from './controls/styles.js';
import { useChange } from './use-change.js';
import { useLock } from './use-lock.js';

/** What a night is, when somebody first wants quiet hours. */
const NIGHT: QuietHours = { from: '22:00', to: '06:00' };
const ENDS = ['from', 'to'] as const;

/** A time of every day without popups. */
export function QuietHoursSetting() {
  const { t } = useTexts();
  const id = useId();
  const hours = usePreferences(({ settings }) => settings?.quietHours ?? null);
  const locked = useLock('quietHours');
  const { error, apply } = useChange();
  return (
    <Field
      id={id}
      label={t('ui.settings.quiet')}
      hint={t('ui.settings.quiet.hint')}
      locked={locked}
      error={error}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <input
          id={id}
          type="checkbox"
          className={CHECK}
          checked={hours !== null}
          disabled={locked !== undefined}
          aria-label={t('ui.settings.quiet.on')}
          aria-describedby={describedBy(id)}
          onChange={({ target }) => void apply({ quietHours: target.checked ? NIGHT : null })}
        />
        {hours &&
          ENDS.map((end) => (
            <label key={end} className="inline-flex items-center gap-1.5">
              <span className="text-dim">{t(`ui.settings.quiet.${end}`)}</span>
              <input
                type="time"
                required
                className={`${INPUT} !w-28`}
                value={hours[end]}
                disabled={locked !== undefined}
                onChange={({ target }) =>
                  target.value && void apply({ quietHours: { ...hours, [end]: target.value } })
                }
              />
            </label>
          ))}
      </div>
    </Field>
  );
}
