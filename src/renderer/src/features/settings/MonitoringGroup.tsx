import { useTexts } from '../../i18n.js';
import { Group } from './controls/Group.js';
import { SelectSetting } from './controls/SelectSetting.js';
import { TextSetting } from './controls/TextSetting.js';

const SECONDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** How often and against what this machine is measured. */
export function MonitoringGroup() {
  const { t } = useTexts();
  return (
    <Group title={t('ui.settings.monitoring')}>
      <SelectSetting
        setting="tickSeconds"
        label={t('ui.settings.tick')}
        hint={t('ui.settings.tick.hint')}
        options={SECONDS.map((seconds) => [seconds, t('ui.settings.tick.every', { seconds })])}
      />
      <TextSetting
        setting="probeTarget"
        label={t('ui.settings.probe')}
        hint={t('ui.settings.probe.hint')}
        placeholder={t('ui.settings.probe.gateway')}
        maxLength={260}
        invalid="ui.settings.probe.invalid"
      />
    </Group>
  );
}
