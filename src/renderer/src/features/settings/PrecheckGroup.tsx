import { useTexts } from '../../i18n.js';
import { Group } from './controls/Group.js';
import { SelectSetting } from './controls/SelectSetting.js';
import { TextSetting } from './controls/TextSetting.js';

const MEGABYTES = [10, 20, 50, 100, 200, 500];
const DAYS = [1, 7, 30, 90, 365];

/** Against what the upload is measured, how strict the GO is, how long pictures are kept. */
export function PrecheckGroup() {
  const { t } = useTexts();
  return (
    <Group title={t('ui.settings.precheck')}>
      <TextSetting
        setting="uploadTarget"
        label={t('ui.settings.uploadTarget')}
        hint={t('ui.settings.uploadTarget.hint')}
        placeholder={t('ui.settings.uploadTarget.placeholder')}
        maxLength={500}
        invalid="ui.settings.uploadTarget.invalid"
      />
      <SelectSetting
        setting="uploadMegabytes"
        label={t('ui.settings.uploadMegabytes')}
        options={MEGABYTES.map((megabytes) => [
          megabytes,
          t('ui.settings.uploadMegabytes.option', { megabytes }),
        ])}
      />
      <SelectSetting
        setting="onAirWithoutGo"
        label={t('ui.settings.onAirWithoutGo')}
        options={(['warn', 'block'] as const).map((one) => [one, t(`ui.settings.onAirWithoutGo.${one}`)])}
      />
      <SelectSetting
        setting="pictureDays"
        label={t('ui.settings.pictureDays')}
        options={DAYS.map((days) => [days, t('ui.settings.pictureDays.option', { days })])}
      />
    </Group>
  );
}
