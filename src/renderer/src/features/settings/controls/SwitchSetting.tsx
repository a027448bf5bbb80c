import { useId } from 'react';
import { usePreferences } from '../../../stores/settings.js';
import { useChange } from '../use-change.js';
import { useLock } from '../use-lock.js';
import { describedBy, Field } from './Field.js';
import { CHECK } from './styles.js';

interface SwitchSettingProps {
  readonly setting: 'startAtLogin' | 'recoveryNotice';
  readonly label: string;
  readonly hint: string;
}

/** A setting that is on or off. */
export function SwitchSetting({ setting, label, hint }: SwitchSettingProps) {
  const id = useId();
  const value = usePreferences(({ settings }) => settings?.[setting] ?? false);
  const locked = useLock(setting);
  const { error, apply } = useChange();
  return (
    <Field id={id} label={label} hint={hint} locked={locked} error={error}>
      <input
        id={id}
        type="checkbox"
        className={CHECK}
        checked={value}
        disabled={locked !== undefined}
        aria-describedby={describedBy(id)}
        onChange={({ target }) => void apply({ [setting]: target.checked })}
      />
    </Field>
  );
}
