import { useTexts } from '../../i18n.js';
import { Group } from './controls/Group.js';
import { StartSetting } from './fields.js';

/** How the program starts. */
export function StartGroup() {
  const { t } = useTexts();
  return (
    <Group title={t('ui.settings.start')}>
      <StartSetting />
    </Group>
  );
}
