import { ListChecks, RotateCcw } from 'lucide-react';
import { useMemo } from 'react';
import { PLAYBOOKS, type PlaybookId } from '../../../../shared/playbooks/playbooks.js';
import { playbookTitle } from '../../../../shared/playbooks/texts.js';
import { useTexts } from '../../i18n.js';
import { doneSteps, startAnew, tickStep, useTicks } from '../../stores/ticks.js';
import { openPlaybook, useView } from '../../stores/view.js';
import { Panel } from '../../ui/Panel.js';
import { BUTTON } from '../settings/controls/styles.js';
import { Playbook } from './Playbook.js';

/** A playbook that was opened by hand, about no incident. */
export function PlaybookPanel() {
  const { t } = useTexts();
  const id = useView((state) => state.playbook);
  if (!id) return null;
  return (
    <Panel
      key={id}
      titleId="playbook-title"
      onClose={() => openPlaybook(null)}
      head={
        <>
          <ListChecks className="size-5 text-dim" aria-hidden />
          <h2 id="playbook-title" className="text-heading font-semibold">
            {playbookTitle(id, t)}
          </h2>
          <span className="mr-auto text-caption text-dim">{t('ui.clause', { clause: id })}</span>
        </>
      }
    >
      <Steps id={id} />
    </Panel>
  );
}

/** The steps, with how far they are and a way to begin anew. */
function Steps({ id }: { readonly id: PlaybookId }) {
  const { t } = useTexts();
  const ticks = useTicks();
  const done = useMemo(() => doneSteps(ticks, id, Date.now()), [ticks, id]);
  return (
    <div className="grid gap-3 px-5 py-4">
      <p className="flex min-h-8 items-center justify-between gap-3 text-caption text-dim">
        {t('playbook.done', { done: done.length, count: PLAYBOOKS[id].length })}
        {done.length > 0 && (
          <button type="button" className={BUTTON} onClick={() => startAnew(id)}>
            <RotateCcw className="size-4" aria-hidden />
            {t('playbook.anew')}
          </button>
        )}
      </p>
      <Playbook
        id={id}
        done={done}
        urgent
        onTick={(step, isDone) => tickStep(id, step, isDone, Date.now())}
      />
    </div>
  );
}
