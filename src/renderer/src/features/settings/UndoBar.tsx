import { Undo2, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTexts } from '../../i18n.js';
import { offerUndo, useUndo } from '../../stores/undo.js';
import { FieldError } from './controls/FieldError.js';
import { TEXT_BUTTON } from './controls/styles.js';
import { useChange } from './use-change.js';

/** Says what was just done, and takes it back. */
export function UndoBar() {
  const { t } = useTexts();
  const last = useUndo((state) => state.last);
  const { error, apply } = useChange();
  // The offer belongs to this visit of the page.
  useEffect(() => () => offerUndo(null), []);
  return (
    <div role="status" className="pointer-events-none sticky bottom-4 z-10 flex justify-center">
      {last && (
        <div className="pointer-events-auto flex items-center gap-3 rounded-card border border-line-strong bg-surface py-2 pr-2.5 pl-4 shadow-panel">
          <div>
            {t(last.text)}
            <FieldError error={error} />
          </div>
          <button
            type="button"
            className={`${TEXT_BUTTON} inline-flex items-center gap-1`}
            onClick={() => void apply(last.before)}
          >
            <Undo2 className="size-4" aria-hidden />
            {t('ui.settings.undo')}
          </button>
          <button
            type="button"
            aria-label={t('ui.close')}
            className="rounded p-0.5 text-dim hover:text-ink"
            onClick={() => offerUndo(null)}
          >
            <X className="size-4" aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}
