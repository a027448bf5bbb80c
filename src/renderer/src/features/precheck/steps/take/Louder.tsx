import { useTexts } from '../../../../i18n.js';
import { BUTTON } from '../../../settings/controls/styles.js';
import type { Device } from '../../capture/devices.js';

interface LouderProps {
  readonly device: Device;
  readonly onUse: (device: Device) => void;
}

/** Another microphone heard clearly more than the chosen one: probably the wrong one is chosen. */
export function Louder({ device, onUse }: LouderProps) {
  const { t } = useTexts();
  return (
    <div
      data-tone="warning"
      className="flex flex-wrap items-center gap-2 rounded-lg border border-tone-solid/30 bg-tone-soft px-3.5 py-2"
    >
      <p role="status" className="min-w-0 grow text-tone">
        {t('ui.precheck.louder', { name: device.label })}
      </p>
      <button type="button" className={BUTTON} onClick={() => onUse(device)}>
        {t('ui.precheck.louder.use')}
      </button>
    </div>
  );
}
