import { useId } from 'react';
import { useStore } from 'zustand';
import { reasonText } from '../../../../../../shared/precheck/texts.js';
import { useTexts } from '../../../../i18n.js';
import { INPUT } from '../../../settings/controls/styles.js';
import type { CaptureSession, Kind } from '../../capture/session.js';

interface DeviceBarProps {
  readonly session: CaptureSession;
  readonly wants: readonly Kind[];
  readonly disabled: boolean;
}

/** Which camera and which microphone; what is wrong with one stands right below it. */
export function DeviceBar({ session, wants, disabled }: DeviceBarProps) {
  return (
    <div className="grid gap-2.5">
      {wants.map((kind) => (
        <DeviceField key={kind} session={session} kind={kind} disabled={disabled} />
      ))}
    </div>
  );
}

interface DeviceFieldProps {
  readonly session: CaptureSession;
  readonly kind: Kind;
  readonly disabled: boolean;
}

function DeviceField({ session, kind, disabled }: DeviceFieldProps) {
  const speech = useTexts();
  const id = useId();
  const { device, problem, isOpen } = useStore(session.state, (state) => state[kind]);
  const devices = useStore(session.state, ({ devices: all }) =>
    kind === 'camera' ? all?.cameras : all?.microphones,
  );
  const list = devices ?? [];
  const text = problem && reasonText({ code: problem, verdict: 'unknown' }, speech);
  return (
    <div data-device={kind} data-open={isOpen} data-problem={problem ?? ''} className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {speech.t(`ui.precheck.device.${kind}`)}
      </label>
      <select
        id={id}
        className={`${INPUT} !px-1.5`}
        disabled={disabled || list.length === 0}
        value={device?.id ?? ''}
        onChange={({ target }) => {
          const chosen = list.find((one) => one.id === target.value);
          if (chosen) void session.open(kind, chosen);
        }}
      >
        {!device && <option value="">{speech.t('ui.precheck.device.none')}</option>}
        {device && !list.some((one) => one.id === device.id) && (
          <option value={device.id}>{device.label}</option>
        )}
        {list.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
      <div role="alert" data-tone="fault" className="empty:hidden">
        {text && (
          <p className="text-caption">
            <strong className="text-tone">{text.what}</strong> {text.todo}
          </p>
        )}
      </div>
    </div>
  );
}
