import { useId } from 'react';
import type { MessageKey } from '../../../../../shared/i18n/index.js';
import { usePreferences } from '../../../stores/settings.js';
import { useChange } from '../use-change.js';
import { useLock } from '../use-lock.js';
import { CommitInput } from './CommitInput.js';
import { describedBy, Field } from './Field.js';

interface TextSettingProps {
  readonly setting: 'stationName' | 'probeTarget' | 'uploadTarget' | 'streamingPrograms';
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly invalid?: MessageKey;
}

/** A setting that is a text. */
export function TextSetting({ setting, label, hint, placeholder, maxLength, invalid }: TextSettingProps) {
  const id = useId();
  const value = usePreferences(({ settings }) => settings?.[setting] ?? '');
  const locked = useLock(setting);
  const { error, apply, refuse } = useChange(invalid);
  return (
    <Field id={id} label={label} {...(hint !== undefined && { hint })} locked={locked} error={error}>
      <CommitInput
        id={id}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        disabled={locked !== undefined}
        aria-invalid={error !== null || undefined}
        aria-describedby={describedBy(id)}
        onCommit={(text) => apply({ [setting]: text.trim() })}
        onRevert={() => refuse(null)}
      />
    </Field>
  );
}
