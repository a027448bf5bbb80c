import { ClipboardCheck, Play, RotateCw, Trash2 } from 'lucide-react';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { usePrecheck } from '../../stores/precheck.js';
import { BUTTON, MAIN_BUTTON } from '../settings/controls/styles.js';
import { checkAgain, discardCheck, resumeCheck, startCheck } from './actions.js';
import { GoCard } from './GoCard.js';
import { RecordList } from './record/RecordList.js';

/** Where a check begins, goes on, and can be looked up afterwards. */
export function Home() {
  const { t } = useTexts();
  const view = usePrecheck((state) => state.view);
  const isReplay = useMonitor(({ snapshot }) => snapshot?.mode.kind === 'replay');
  if (!view) return null;
  const { go, open, last } = view;
  const doubtful = go.state === 'check-again' ? go.items.map(({ item }) => item) : [];
  return (
    <>
      <GoCard />
      <section className="grid gap-2 rounded-card border border-line bg-surface px-4 py-3.5 shadow-card">
        <p className="max-w-3xl text-dim">{t('ui.precheck.about')}</p>
        {isReplay && <p className="font-medium">{t('ui.precheck.replay')}</p>}
        <div className="flex flex-wrap items-center gap-2">
          {open && (
            <>
              <button
                type="button"
                data-testid="precheck-resume"
                className={MAIN_BUTTON}
                onClick={() => void resumeCheck()}
              >
                <Play className="size-4" aria-hidden />
                {t('ui.precheck.resume')}
              </button>
              <button type="button" className={BUTTON} onClick={() => void discardCheck()}>
                <Trash2 className="size-4 text-dim" aria-hidden />
                {t('ui.precheck.discard')}
              </button>
            </>
          )}
          {!open && doubtful.length > 0 && last && (
            <button
              type="button"
              data-testid="precheck-again"
              className={MAIN_BUTTON}
              disabled={isReplay}
              onClick={() => void checkAgain(last.seq, doubtful)}
            >
              <RotateCw className="size-4" aria-hidden />
              {t('ui.precheck.againOnly')}
            </button>
          )}
          {!open && (
            <button
              type="button"
              data-testid="precheck-start"
              className={doubtful.length > 0 ? BUTTON : MAIN_BUTTON}
              disabled={isReplay}
              onClick={() => void startCheck()}
            >
              <ClipboardCheck className="size-4" aria-hidden />
              {t('ui.precheck.start')}
            </button>
          )}
        </div>
      </section>
      <RecordList />
    </>
  );
}
