import { LANGUAGES } from '../../../../shared/i18n/index.js';
import { useTexts } from '../../i18n.js';
import { usePreferences } from '../../stores/settings.js';
import { Group } from './controls/Group.js';
import { SelectSetting } from './controls/SelectSetting.js';
import { TextSetting } from './controls/TextSetting.js';

const THEMES = ['system', 'light', 'dark'] as const;
const ROLES = ['presenter', 'it', 'both'] as const;

/** What concerns the person in front of the screen. */
export function GeneralGroup() {
  const { t } = useTexts();
  const computer = usePreferences(({ info }) => info?.computerName);
  return (
    <Group title={t('ui.settings.general')}>
      <SelectSetting
        setting="language"
        label={t('ui.language')}
        options={(['system', ...LANGUAGES] as const).map((one) => [one, t(`ui.language.${one}`)])}
      />
      <SelectSetting
        setting="theme"
        label={t('ui.settings.theme')}
        options={THEMES.map((one) => [one, t(`ui.settings.theme.${one}`)])}
      />
      <TextSetting
        setting="stationName"
        label={t('ui.settings.stationName')}
        hint={t('ui.settings.stationName.hint')}
        {...(computer !== undefined && { placeholder: computer })}
        maxLength={60}
      />
      <SelectSetting
        setting="role"
        label={t('ui.settings.role')}
        hint={t('ui.settings.role.hint')}
        options={ROLES.map((one) => [one, t(`ui.settings.role.${one}`)])}
      />
    </Group>
  );
}
