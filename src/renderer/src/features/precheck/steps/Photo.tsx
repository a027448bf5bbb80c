import { useRef, useState } from 'react';
import { withConfirmation } from '../../../../../shared/precheck/flow/progress.js';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import type { Confirmation } from '../../../../../shared/precheck/record/evidence-schema.js';
import { bridge } from '../../../bridge.js';
import { useTexts } from '../../../i18n.js';
import { TEXT_BUTTON } from '../../settings/controls/styles.js';
import { changeDraft } from '../actions.js';
import { smallJpeg } from '../capture/photo.js';

interface PhotoProps {
  readonly item: ItemId;
  /** What was said about it. */
  readonly said: Confirmation;
}

/** A photo of one thing that was looked at, from a file; a small copy is kept on this machine, as long as other pictures. */
export function Photo({ item, said }: PhotoProps) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const put = (photo: Confirmation['photo']) =>
    changeDraft((draft) => {
      const now = draft.confirmations.find((one) => one.item === item) ?? said;
      const { photo: before, ...rest } = now;
      return withConfirmation(draft, { ...rest, ...(photo && { photo }) });
    });
  const take = async (file: File | undefined) => {
    if (!file) return;
    const jpeg = await smallJpeg(file);
    const kept = jpeg && (await bridge.invoke('precheck:photo', { item, jpeg }));
    setFailed(!kept?.ok);
    if (kept?.ok) await put(kept.value);
  };
  const about = (key: 'add' | 'other' | 'remove') =>
    t(`ui.precheck.photo.about.${key}`, { item: t(`precheck.item.${item}`) });
  return (
    <span className="flex flex-wrap items-center gap-x-2" data-photo={said.photo ? 'kept' : ''}>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={({ target }) => {
          void take(target.files?.[0]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
      {said.photo && <span className="text-dim">{t('ui.precheck.photo.kept')}</span>}
      <button
        type="button"
        className={`${TEXT_BUTTON} -ml-1`}
        aria-label={about(said.photo ? 'other' : 'add')}
        onClick={() => input.current?.click()}
      >
        {t(said.photo ? 'ui.precheck.photo.other' : 'ui.precheck.photo.add')}
      </button>
      {said.photo && (
        <button
          type="button"
          className={TEXT_BUTTON}
          aria-label={about('remove')}
          onClick={() => void put(undefined)}
        >
          {t('ui.precheck.photo.remove')}
        </button>
      )}
      {hasFailed && (
        <span role="alert" className="text-dim">
          {t('ui.precheck.photo.failed')}
        </span>
      )}
    </span>
  );
}
