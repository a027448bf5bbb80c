import { useId } from 'react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { usePreferences } from '../../stores/settings.js';
import { FieldError } from './controls/FieldError.js';
import { Group } from './controls/Group.js';
import { LockNote } from './controls/LockNote.js';
import { BUTTON, CHECK } from './controls/styles.js';
import { MuteRow } from './MuteRow.js';
import { useChange } from './use-change.js';
import { useLock } from './use-lock.js';

const CHOICES = ['always', 'not-on-air', 'never'] as const;

/** When fault popups come up; each choice says what it means. */
export function PopupsGroup() {
  const { t } = useTexts();
  const id = useId();
  const value = usePreferences(({ settings }) => settings?.popups);
  const locked = useLock('popups');
  const { error, apply } = useChange();
  return (
    <Group title={t('ui.settings.popups')} note={t('ui.settings.popups.note')}>
      {locked !== undefined && (
        <div className="px-4 py-1.5">
          <LockNote file={locked} />
        </div>
      )}
      {CHOICES.map((choice) => (
        <label key={choice} className="flex items-start gap-2.5 px-4 py-2.5" htmlFor={`${id}${choice}`}>
          <input
            type="radio"
            id={`${id}${choice}`}
            name={id}
            className={`${CHECK} mt-0.75`}
            checked={value === choice}
            disabled={locked !== undefined}
            aria-describedby={`${id}${choice}-hint`}
            onChange={() => void apply({ popups: choice })}
          />
          <span className="min-w-0">
            <span className="block font-medium">{t(`ui.settings.popups.${choice}`)}</span>
            <span id={`${id}${choice}-hint`} className="block text-caption text-dim">
              {t(`ui.settings.popupsHint.${choice}`)}
            </span>
          </span>
        </label>
      ))}
      {error && (
        <div className="px-4 py-1.5">
          <FieldError error={error} />
        </div>
      )}
      <MuteRow />
      <div className="px-4 py-2.5">
        <button type="button" className={BUTTON} onClick={() => void bridge.invoke('popup:test', undefined)}>
          {t('ui.settings.popups.test')}
        </button>
      </div>
    </Group>
  );
}
