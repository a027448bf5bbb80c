import { ClipboardCheck } from 'lucide-react';
import { goSentence } from '../../../../shared/precheck/flow/words.js';
import { useTexts } from '../../i18n.js';
import { usePrecheck } from '../../stores/precheck.js';
import { openView } from '../../stores/view.js';
import { BUTTON, MAIN_BUTTON } from '../settings/controls/styles.js';

/** The GO on the dashboard, and the way to the check. */
export function GoLine() {
  const speech = useTexts();
  const go = usePrecheck(({ view }) => view?.go);
  if (!go) return null;
  return (
    <div
      data-testid="go"
      data-go={go.state}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-tone-solid/20 bg-surface/60 px-4 py-2 @min-[640px]:px-5"
    >
      <p className="min-w-0 grow">{goSentence(go, Date.now(), speech)}</p>
      <button
        type="button"
        onClick={() => openView('precheck')}
        className={go.state === 'valid' ? BUTTON : MAIN_BUTTON}
      >
        <ClipboardCheck className="size-4" aria-hidden />
        {speech.t('ui.nav.precheck')}
      </button>
    </div>
  );
}
