import { useTexts } from '../../i18n.js';
import { Group } from './controls/Group.js';
import { SwitchSetting } from './controls/SwitchSetting.js';
import { MinutesSetting } from './MinutesSetting.js';
import { QuietHoursSetting } from './QuietHoursSetting.js';

/** How faults are announced once more, at their end, and not at night. */
export function IncidentsGroup() {
  const { t } = useTexts();
  return (
    <Group title={t('ui.settings.incidents')} note={t('ui.settings.incidents.note')}>
      <SwitchSetting
        setting="recoveryNotice"
        label={t('ui.settings.recoveryNotice')}
        hint={t('ui.settings.recoveryNotice.hint')}
      />
      <MinutesSetting
        setting="reopenMinutes"
        label={t('ui.settings.reopen')}
        hint={t('ui.settings.reopen.hint')}
        choices={[0, 5, 10, 15, 30, 60]}
      />
      <MinutesSetting
        setting="escalateMinutes"
        label={t('ui.settings.escalate')}
        hint={t('ui.settings.escalate.hint')}
        choices={[0, 5, 10, 15, 30, 60]}
      />
      <QuietHoursSetting />
    </Group>
  );
}
