import { MonitorCheck, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { formatMoment } from '../../../../shared/format/time.js';
import type { BaselineView } from '../../../../shared/ipc/contract.js';
import { useTexts } from '../../i18n.js';
import { useWho } from '../../stores/who.js';
import { Answer } from '../../ui/Answer.js';
import { BUTTON, MAIN_BUTTON } from '../settings/controls/styles.js';
import { WhoName } from '../settings/WhoField.js';
import { Confirm } from './Confirm.js';
import { type Step, useSteps } from './use-baseline-steps.js';

interface ActionsProps {
  readonly view: BaselineView;
  /** Names of devices that a new baseline would no longer have. */
  readonly missing: readonly string[];
}

/** Who takes it, and what can be done; what is not possible now says why. */
export function Actions({ view, missing }: ActionsProps) {
  const { t, language } = useTexts();
  const name = useWho((state) => state.name);
  const { busy, outcome, run } = useSteps();
  const [asking, setAsking] = useState<Exclude<Step, 'undo'> | null>(null);
  const { current, before, blocked } = view;
  const cannotTake = blocked !== null || name === '';
  const answer = (step: Step) => {
    setAsking(null);
    void run(step);
  };
  const undoText =
    before &&
    t('ui.baseline.undo.to', { name: before.by, time: formatMoment(before.at, Date.now(), language) });
  return (
    <section
      aria-label={t('ui.baseline.actions')}
      className="rounded-card border border-line bg-surface pb-3 shadow-card"
    >
      <WhoName
        label={t('ui.baseline.who')}
        hint={t(name ? 'ui.baseline.who.hint' : 'ui.baseline.who.missing')}
      />
      <div className="flex flex-wrap items-center gap-2 px-4 pt-1">
        <button
          type="button"
          disabled={cannotTake || busy}
          aria-describedby="baseline-blocked"
          onClick={() => (current ? setAsking('take') : void run('take'))}
          className={MAIN_BUTTON}
        >
          <MonitorCheck className="size-4" aria-hidden />
          {t(current ? 'ui.baseline.retake' : 'ui.baseline.take')}
        </button>
        {before !== undefined && (
          <button type="button" className={BUTTON} disabled={busy} onClick={() => void run('undo')}>
            <Undo2 className="size-4 shrink-0 text-dim" aria-hidden />
            {undoText ?? t('ui.baseline.undo.none')}
          </button>
        )}
        {current && (
          <button type="button" className={BUTTON} disabled={busy} onClick={() => setAsking('remove')}>
            <Trash2 className="size-4 text-dim" aria-hidden />
            {t('ui.baseline.remove')}
          </button>
        )}
        <span role="status" data-testid="baseline-answer" className="text-caption">
          {outcome && <Answer ok={outcome.ok} text={t(outcome.text)} />}
        </span>
      </div>
      <p
        id="baseline-blocked"
        data-testid="baseline-blocked"
        className="px-4 pt-1.5 text-caption text-dim empty:hidden"
      >
        {blocked && t(`ui.baseline.blocked.${blocked}`)}
      </p>
      {asking === 'take' && (
        <Confirm
          title={t('ui.baseline.confirm.retake')}
          yes={t('ui.baseline.confirm.retake.yes')}
          onYes={() => answer('take')}
          onNo={() => setAsking(null)}
        >
          <p>{t('ui.baseline.confirm.retake.note')}</p>
          {missing.length > 0 && (
            <p className="font-medium text-ink">
              {t('ui.baseline.confirm.retake.lost', { devices: missing.join(t('list.separator')) })}
            </p>
          )}
        </Confirm>
      )}
      {asking === 'remove' && (
        <Confirm
          title={t('ui.baseline.confirm.remove')}
          yes={t('ui.baseline.confirm.remove.yes')}
          onYes={() => answer('remove')}
          onNo={() => setAsking(null)}
        >
          <p>{t('ui.baseline.confirm.remove.note')}</p>
        </Confirm>
      )}
    </section>
  );
}
