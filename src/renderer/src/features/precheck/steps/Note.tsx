import { useId, useState } from 'react';
import { withConfirmation } from '../../../../../shared/precheck/flow/progress.js';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import type { Confirmation } from '../../../../../shared/precheck/record/evidence-schema.js';
import { useTexts } from '../../../i18n.js';
import { CommitInput } from '../../settings/controls/CommitInput.js';
import { TEXT_BUTTON } from '../../settings/controls/styles.js';
import { changeDraft } from '../actions.js';

interface NoteProps {
  readonly item: ItemId;
  /** What was said about it. */
  readonly said: Confirmation;
}

/** A note about one thing that was looked at; out of the way until somebody wants one, or it was found wrong. */
export function Note({ item, said }: NoteProps) {
  const { t } = useTexts();
  const id = useId();
  const [isWanted, setWanted] = useState(false);
  if (!isWanted && said.note === undefined && said.answer === 'yes')
    return (
      <button
        type="button"
        className={`${TEXT_BUTTON} -ml-1`}
        aria-label={t('ui.precheck.note.about', { item: t(`precheck.item.${item}`) })}
        onClick={() => setWanted(true)}
      >
        {t('ui.precheck.note.add')}
      </button>
    );
  return (
    <span className="flex min-w-0 items-center gap-2">
      <label htmlFor={id} className="shrink-0 text-dim">
        {t('ui.precheck.note')}
      </label>
      <CommitInput
        id={id}
        className="!w-72"
        value={said.note ?? ''}
        maxLength={500}
        autoFocus={isWanted}
        onCommit={(note) => {
          const { note: before, ...rest } = said;
          void changeDraft((now) =>
            withConfirmation(now, { ...rest, ...(note.trim() !== '' && { note: note.trim() }) }),
          );
          return true;
        }}
      />
    </span>
  );
}
