import { useTexts } from '../../i18n.js';
import { usePreferences } from '../../stores/settings.js';
import { Group } from './controls/Group.js';
import { SelectSetting } from './controls/SelectSetting.js';
import { TextSetting } from './controls/TextSetting.js';

/** Usual bitrates of streams, kbit/s; 0: none. */
const BITRATES = [0, 1_500, 2_500, 4_000, 6_000, 8_000, 10_000, 15_000, 20_000];

/** What is judged on air only, and when going on air is offered. */
export function OnAirGroup() {
  const { t } = useTexts();
  const chosen = usePreferences(({ settings }) => settings?.platformKbps ?? 0);
  const all = [...new Set([...BITRATES, chosen])].sort((a, b) => a - b);
  return (
    <Group title={t('ui.settings.onAir')} note={t('ui.settings.onAir.note')}>
      <SelectSetting
        setting="platformKbps"
        label={t('ui.settings.bitrate')}
        hint={t('ui.settings.bitrate.hint')}
        options={all.map((kbps) => [
          kbps,
          kbps === 0 ? t('ui.settings.bitrate.none') : t('ui.settings.bitrate.value', { kbps }),
        ])}
      />
      <TextSetting
        setting="streamingPrograms"
        label={t('ui.settings.streaming')}
        hint={t('ui.settings.streaming.hint')}
        maxLength={1_000}
      />
    </Group>
  );
}
