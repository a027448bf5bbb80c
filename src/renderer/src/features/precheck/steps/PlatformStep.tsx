import { useId } from 'react';
import { uploadPlan } from '../../../../../shared/precheck/network.js';
import { PLATFORMS, withOverride } from '../../../../../shared/precheck/platforms/platforms.js';
import type { Platform, PlatformId } from '../../../../../shared/precheck/platforms/schema.js';
import { useTexts } from '../../../i18n.js';
import { usePreferences } from '../../../stores/settings.js';
import { CommitInput } from '../../settings/controls/CommitInput.js';
import { BUTTON, INPUT } from '../../settings/controls/styles.js';
import { changeDraft } from '../actions.js';
import { StepFrame } from '../StepFrame.js';
import type { StepProps } from '../step-props.js';

const IDS = Object.keys(PLATFORMS) as PlatformId[];
const FIELDS = [
  { field: 'width', min: 160, max: 7_680 },
  { field: 'height', min: 160, max: 7_680 },
  { field: 'fps', min: 1, max: 240 },
  { field: 'kbps', min: 100, max: 200_000 },
] as const;

/** Where the stream goes and what that asks of picture and network; every number can be changed and says where it is from. */
export function PlatformStep({ draft: { platform }, isFirst }: StepProps) {
  const { t } = useTexts();
  const id = useId();
  const isChanged = FIELDS.some(({ field }) => platform[field].value !== PLATFORMS[platform.id][field].value);
  const set = (next: Platform) => changeDraft((draft) => ({ ...draft, platform: next }));
  return (
    <StepFrame step="platform" isFirst={isFirst}>
      <div className="grid max-w-md gap-1">
        <label htmlFor={id} className="font-medium">
          {t('ui.precheck.platform')}
        </label>
        <select
          id={id}
          className={`${INPUT} !px-1.5`}
          value={platform.id}
          onChange={({ target }) => void set(PLATFORMS[target.value as PlatformId])}
        >
          {IDS.map((one) => (
            <option key={one} value={one}>
              {t(`precheck.platform.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] gap-3">
        {FIELDS.map((one) => (
          <NumberField key={one.field} {...one} platform={platform} onChange={set} />
        ))}
      </div>
      {isChanged && (
        <div>
          <button type="button" className={BUTTON} onClick={() => void set(PLATFORMS[platform.id])}>
            {t('ui.precheck.platform.restore')}
          </button>
        </div>
      )}
      <UploadNote kbps={platform.kbps.value} />
    </StepFrame>
  );
}

interface NumberFieldProps {
  readonly field: (typeof FIELDS)[number]['field'];
  readonly min: number;
  readonly max: number;
  readonly platform: Platform;
  readonly onChange: (platform: Platform) => Promise<void>;
}

function NumberField({ field, min, max, platform, onChange }: NumberFieldProps) {
  const { t } = useTexts();
  const id = useId();
  const { value, source } = platform[field];
  const take = (text: string): boolean => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < min || number > max) return false;
    const changed = Object.fromEntries(
      FIELDS.map((one) => [one.field, one.field === field ? number : platform[one.field].value]),
    );
    void onChange(withOverride(PLATFORMS[platform.id], changed));
    return true;
  };
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="font-medium">
        {t(`ui.precheck.platform.${field}`)}
      </label>
      <CommitInput
        id={id}
        inputMode="numeric"
        value={String(value)}
        maxLength={6}
        aria-describedby={`${id}-source`}
        onCommit={take}
      />
      <p id={`${id}-source`} className="text-caption text-dim">
        {source === 'ours'
          ? t('precheck.source.ours')
          : t('ui.precheck.platform.source', { source: new URL(source).hostname })}
      </p>
    </div>
  );
}

/** What the next step will send, before it does. */
function UploadNote({ kbps }: { readonly kbps: number }) {
  const { t } = useTexts();
  const settings = usePreferences((state) => state.settings);
  if (!settings) return null;
  const { uploadTarget, uploadMegabytes } = settings;
  const plan = uploadPlan(kbps, uploadMegabytes * 1e6);
  if (uploadTarget === '' || !plan)
    return (
      <p className="text-caption text-dim">
        {t(uploadTarget === '' ? 'ui.precheck.upload.none' : 'ui.precheck.upload.tooLittle')}
      </p>
    );
  return (
    <p className="text-caption text-dim">
      {t('ui.precheck.upload.plan', {
        host: URL.canParse(uploadTarget) ? new URL(uploadTarget).host : uploadTarget,
        megabytes: Math.ceil(plan.bytes / 1e6),
        seconds: Math.ceil(plan.totalMs / 1_000),
      })}
    </p>
  );
}
