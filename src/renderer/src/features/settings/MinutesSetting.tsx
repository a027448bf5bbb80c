import { useTexts } from '../../i18n.js';
import { usePreferences } from '../../stores/settings.js';
import { SelectSetting } from './controls/SelectSetting.js';

interface MinutesSettingProps {
  readonly setting: 'reopenMinutes' | 'escalateMinutes';
  readonly label: string;
  readonly hint: string;
  /** Minutes; 0 is never. */
  readonly choices: readonly number[];
}

/** A length of time among a few; one that a file brought along is in the list, too. */
export function MinutesSetting({ setting, label, hint, choices }: MinutesSettingProps) {
  const { t } = useTexts();
  const value = usePreferences(({ settings }) => settings?.[setting] ?? 0);
  const all = [...new Set([...choices, value])].sort((a, b) => a - b);
  return (
    <SelectSetting
      setting={setting}
      label={label}
      hint={hint}
      options={all.map((minutes) => [
        minutes,
        minutes === 0 ? t('ui.settings.never') : t('ui.settings.minutes', { minutes }),
      ])}
    />
  );
}
