import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { usePreferences } from '../../stores/settings.js';
import { openView } from '../../stores/view.js';
import { Question } from '../../ui/Question.js';
import { BUTTON, MAIN_BUTTON } from '../settings/controls/styles.js';

/** Asks before going on air without a valid GO; where IT blocks it, only the check is offered. */
export function GoQuestion({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const isBlocked = usePreferences(({ settings }) => settings?.onAirWithoutGo === 'block');
  const goAnyway = () => {
    void bridge.invoke('situation:set', { onAir: true });
    onClose();
  };
  const check = () => {
    onClose();
    openView('precheck');
  };
  return (
    <Question
      name="go-question"
      title={t('ui.go.confirm.title')}
      onClose={onClose}
      answers={
        <>
          <button type="button" className={BUTTON} onClick={onClose}>
            {t('ui.precheck.cancel')}
          </button>
          {!isBlocked && (
            <button type="button" className={BUTTON} onClick={goAnyway}>
              {t('ui.go.confirm.anyway')}
            </button>
          )}
          <button type="button" className={MAIN_BUTTON} onClick={check}>
            {t('ui.go.confirm.check')}
          </button>
        </>
      }
    >
      <p>{t(isBlocked ? 'ui.go.confirm.blocked' : 'ui.go.confirm.note')}</p>
    </Question>
  );
}
