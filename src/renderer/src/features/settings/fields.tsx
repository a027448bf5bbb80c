import { LANGUAGES } from '../../../../shared/i18n/index.js';
import { useTexts } from '../../i18n.js';
import { usePreferences } from '../../stores/settings.js';
import { SelectSetting } from './controls/SelectSetting.js';
import { SwitchSetting } from './controls/SwitchSetting.js';
import { TextSetting } from './controls/TextSetting.js';

/*
 * The settings that the first-run set-up asks for, too.
 */

const ROLES = ['presenter', 'it', 'both'] as const;

/** Language of the program; every language is named in itself. */
export function LanguageSetting() {
  const { t } = useTexts();
  return (
    <SelectSetting
      setting="language"
      label={t('ui.language')}
      options={(['system', ...LANGUAGES] as const).map((one) => [one, t(`ui.language.${one}`)])}
    />
  );
}

/** Name of the station for people. */
export function StationNameSetting() {
  const { t } = useTexts();
  const computer = usePreferences(({ info }) => info?.computerName);
  return (
    <TextSetting
      setting="stationName"
      label={t('ui.settings.stationName')}
      hint={t('ui.settings.stationName.hint')}
      {...(computer !== undefined && { placeholder: computer })}
      maxLength={60}
    />
  );
}

/** Who uses the station. */
export function RoleSetting() {
  const { t } = useTexts();
  return (
    <SelectSetting
      setting="role"
      label={t('ui.settings.role')}
      hint={t('ui.settings.role.hint')}
      options={ROLES.map((one) => [one, t(`ui.settings.role.${one}`)])}
    />
  );
}

/** Whether the program starts with the user's session. */
export function StartSetting() {
  const { t } = useTexts();
  return (
    <SwitchSetting
      setting="startAtLogin"
      label={t('ui.settings.startAtLogin')}
      hint={t('ui.settings.startAtLogin.hint')}
    />
  );
}
