import { useId } from 'react';
import type { Draft } from '../../../../../shared/precheck/flow/draft.js';
import { withConfirmation } from '../../../../../shared/precheck/flow/progress.js';
import { clauseOf } from '../../../../../shared/precheck/flow/steps.js';
import { ITEMS, type ItemId } from '../../../../../shared/precheck/items.js';
import type { Confirmation } from '../../../../../shared/precheck/record/evidence-schema.js';
import { useTexts } from '../../../i18n.js';
import { useProcedure } from '../../../stores/procedure.js';
import { INPUT } from '../../settings/controls/styles.js';
import { changeDraft } from '../actions.js';
import { fromDay, toDay } from './day.js';
import { Note } from './Note.js';
import { Photo } from './Photo.js';
import { YesNo } from './YesNo.js';

interface ManualItemProps {
  readonly item: ItemId;
  readonly draft: Draft;
  /** When it was last inspected, by an earlier check, ms since 1970. */
  readonly inspected: number | undefined;
}

/** One thing to look at: the clause, the answer, where it is due the date of the last inspection, a note. */
export function ManualItem({ item, draft, inspected }: ManualItemProps) {
  const { t, language } = useTexts();
  const id = useId();
  const text = useProcedure(
    ({ procedure }) =>
      procedure?.effective.clauses.find((clause) => clause.id === clauseOf(item))?.text[language],
  );
  const said = draft.confirmations.find((one) => one.item === item);
  const date = said?.inspectedAt ?? inspected;
  const say = (change: Partial<Confirmation>) =>
    void changeDraft((now) =>
      withConfirmation(now, {
        ...(said ?? { item, answer: 'yes' }),
        ...(ITEMS[item].inspected && date !== undefined && { inspectedAt: date }),
        ...change,
        by: now.operator,
        at: Date.now(),
      }),
    );
  return (
    <li data-manual={item} className="grid gap-x-4 gap-y-1.5 py-2 sm:grid-cols-[minmax(0,1fr)_auto]">
      <p className="min-w-0">
        <span className="font-medium">{t(`precheck.item.${item}`)}</span>
        <span className="block text-caption text-dim">{text}</span>
      </p>
      <YesNo
        legend={t(`precheck.item.${item}`)}
        hideLegend
        value={said ? said.answer === 'yes' : null}
        onChange={(yes) => say({ answer: yes ? 'yes' : 'no' })}
      />
      {said && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-caption sm:col-span-2">
          {said.answer === 'yes' && ITEMS[item].inspected && (
            <span className="flex items-center gap-2">
              <label htmlFor={`${id}date`} className="text-dim">
                {t('ui.precheck.inspectedAt')}
              </label>
              <input
                id={`${id}date`}
                type="date"
                className={`${INPUT} !w-40`}
                max={toDay(Date.now())}
                value={date === undefined ? '' : toDay(date)}
                onChange={({ target }) => {
                  const at = fromDay(target.value);
                  if (at !== null) say({ inspectedAt: at });
                }}
              />
            </span>
          )}
          <Note item={item} said={said} />
          <Photo item={item} said={said} />
        </div>
      )}
    </li>
  );
}
