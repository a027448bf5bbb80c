import { useId } from 'react';
import { useTexts } from '../../i18n.js';
import { INPUT } from '../settings/controls/styles.js';

interface NoteFieldProps {
  readonly note: string;
  readonly setNote: (note: string) => void;
}

/** A note in some lines, not asked for by anything. */
export function NoteField({ note, setNote }: NoteFieldProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="font-medium">
        {t('incidents.form.note')}
      </label>
      <textarea
        id={id}
        className={`${INPUT} h-auto py-1.5`}
        rows={2}
        value={note}
        maxLength={1_000}
        onChange={({ target }) => setNote(target.value)}
      />
    </>
  );
}
