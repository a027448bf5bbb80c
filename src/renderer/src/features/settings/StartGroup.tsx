import { useTexts } from '../../i18n.js';
import { Group } from './controls/Group.js';
import { SwitchSetting } from './controls/SwitchSetting.js';

/** How the program starts. */
export function StartGroup() {
  const { t } = useTexts();
  return (
    <Group title={t('ui.settings.start')}>
      <SwitchSetting
        setting="startAtLogin"
        label={t('ui.settings.startAtLogin')}
        hint={t('ui.settings.startAtLogin.hint')}
      />
    </Group>
  );
}
