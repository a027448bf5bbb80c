import { Download, Upload } from 'lucide-react';
import { useState } from 'react';
import type { MessageKey, Params } from '../../../../shared/i18n/index.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { usePreferences } from '../../stores/settings.js';
import { offerUndo } from '../../stores/undo.js';
import { choicesOf } from './choices.js';
import { FieldError } from './controls/FieldError.js';
import { Group } from './controls/Group.js';
import { BUTTON } from './controls/styles.js';

/** Takes the settings to another station, or back. */
export function TransferGroup() {
  const { t } = useTexts();
  const [error, setError] = useState<{ key: MessageKey; params: Params } | null>(null);
  const [saved, setSaved] = useState(false);

  const run = async (channel: 'settings:export' | 'settings:import') => {
    setError(null);
    setSaved(false);
    const { settings } = usePreferences.getState();
    const result = await bridge.invoke(channel, undefined);
    if (!result.ok) {
      const { code, message } = result.error;
      const key = channel === 'settings:import' ? 'ui.settings.import.failed' : 'ui.settings.export.failed';
      return setError(
        code === 'INVALID' || code === 'NOT_STORED'
          ? { key, params: { detail: message } }
          : { key: `ui.settings.error.${code}`, params: {} },
      );
    }
    if (result.value === 'cancelled') return;
    if (channel === 'settings:export') setSaved(true);
    else if (settings) offerUndo({ text: 'ui.settings.imported', before: choicesOf(settings) });
  };
  return (
    <Group title={t('ui.settings.transfer')} note={t('ui.settings.transfer.note')}>
      <div className="px-4 py-3">
        <div className="flex flex-wrap items-center gap-2">
          <button type="button" className={BUTTON} onClick={() => void run('settings:export')}>
            <Download className="size-4 text-dim" aria-hidden />
            {t('ui.settings.export')}
          </button>
          <button type="button" className={BUTTON} onClick={() => void run('settings:import')}>
            <Upload className="size-4 text-dim" aria-hidden />
            {t('ui.settings.import')}
          </button>
          <span role="status" className="text-caption text-dim">
            {saved && t('ui.settings.exported')}
          </span>
        </div>
        <FieldError error={error?.key ?? null} {...(error && { params: error.params })} />
      </div>
    </Group>
  );
}
