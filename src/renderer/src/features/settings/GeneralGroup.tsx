import { useTexts } from '../../i18n.js';
import { Group } from './controls/Group.js';
import { SelectSetting } from './controls/SelectSetting.js';
import { LanguageSetting, RoleSetting, StationNameSetting } from './fields.js';

const THEMES = ['system', 'light', 'dark'] as const;

/** What concerns the person in front of the screen. */
export function GeneralGroup() {
  const { t } = useTexts();
  return (
    <Group title={t('ui.settings.general')}>
      <LanguageSetting />
      <SelectSetting
        setting="theme"
        label={t('ui.settings.theme')}
        options={THEMES.map((one) => [one, t(`ui.settings.theme.${one}`)])}
      />
      <StationNameSetting />
      <RoleSetting />
    </Group>
  );
}
