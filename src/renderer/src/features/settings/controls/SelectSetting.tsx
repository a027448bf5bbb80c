import { useId } from 'react';
import { usePreferences } from '../../../stores/settings.js';
import { useChange } from '../use-change.js';
import { useLock } from '../use-lock.js';
import { describedBy, Field } from './Field.js';
import { INPUT } from './styles.js';

interface SelectSettingProps {
  readonly setting:
    | 'language'
    | 'theme'
    | 'role'
    | 'tickSeconds'
    | 'uploadMegabytes'
    | 'onAirWithoutGo'
    | 'pictureDays'
    | 'reopenMinutes'
    | 'escalateMinutes'
    | 'platformKbps';
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly (readonly [string | number, string])[];
}

/** A setting that is one of a few; it holds as soon as it is chosen. */
export function SelectSetting({ setting, label, hint, options }: SelectSettingProps) {
  const id = useId();
  const value = usePreferences(({ settings }) => settings?.[setting]);
  const locked = useLock(setting);
  const { error, apply } = useChange();
  return (
    <Field id={id} label={label} {...(hint !== undefined && { hint })} locked={locked} error={error}>
      <select
        id={id}
        className={`${INPUT} !px-1.5`}
        value={value}
        disabled={locked !== undefined}
        aria-describedby={describedBy(id)}
        onChange={({ target }) => {
          const chosen = options.find(([one]) => String(one) === target.value)?.[0];
          void apply({ [setting]: chosen });
        }}
      >
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
