import { useEffect, useState } from 'react';
import { formatMoment } from '../../../../../shared/format/time.js';
import type { RecordSummary } from '../../../../../shared/ipc/precheck.js';
import { bridge } from '../../../bridge.js';
import { useTexts } from '../../../i18n.js';
import { usePrecheck } from '../../../stores/precheck.js';
import { TEXT_BUTTON } from '../../settings/controls/styles.js';
import { openRecord } from '../actions.js';
import { Keeping } from './Keeping.js';

/** Earlier checks, newest first, and whether their chain is whole. */
export function RecordList() {
  const { t, language } = useTexts();
  const view = usePrecheck((state) => state.view);
  const [list, setList] = useState<readonly RecordSummary[]>([]);
  const count = view?.head.count;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is another list
  useEffect(() => {
    void bridge.invoke('precheck:list', undefined).then((answer) => answer.ok && setList(answer.value));
  }, [count]);
  if (!view) return null;
  const { chain, head } = view;
  const since = list.find(({ breach }) => breach);
  return (
    <section
      aria-labelledby="records-title"
      className="rounded-card border border-line bg-surface px-4 py-3.5 shadow-card"
    >
      <h2 id="records-title" className="text-[1.05rem] font-semibold">
        {t('ui.precheck.records')}
      </h2>
      {list.length === 0 ? (
        <p className="text-dim">{t('ui.precheck.records.none')}</p>
      ) : (
        <ul className="mt-1 divide-y divide-line">
          {list.map((one) => (
            <li
              key={one.seq}
              data-record={one.seq}
              data-result={one.result}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-1.5"
            >
              <button type="button" className={TEXT_BUTTON} onClick={() => void openRecord(one.seq)}>
                {formatMoment(one.finishedAt, Date.now(), language)}
              </button>
              <span className="font-medium">{t(`precheck.result.${one.result}`)}</span>
              <span className="text-dim">{one.operator}</span>
              <span className="text-dim">{t(`precheck.platform.${one.platform}`)}</span>
              {one.breach && (
                <span data-breach={one.breach.code} data-tone="fault" className="text-caption text-tone">
                  {t('ui.precheck.breach', {
                    what: t(`precheck.chain.${one.breach.code}`, { seq: one.breach.seq }),
                  })}
                </span>
              )}
              {one.items && (
                <span className="text-caption text-dim">
                  {t('ui.precheck.records.only', {
                    items: one.items.map((item) => t(`precheck.item.${item}`)).join(t('list.separator')),
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <div
        className="mt-2 border-t border-line pt-2 text-caption empty:hidden"
        data-tone={chain.ok ? 'ok' : 'fault'}
      >
        {(list.length > 0 || !chain.ok) && (
          <p className={chain.ok ? 'text-dim' : 'font-medium text-tone'}>
            {chain.ok
              ? since
                ? t('precheck.chain.since', { count: list.length, seq: since.seq })
                : t('precheck.chain.ok', { count: list.length })
              : t(`precheck.chain.${chain.problem.code}`, { seq: chain.problem.seq })}
          </p>
        )}
        <Keeping />
        {head.count > 0 && (
          <p className="text-dim">
            {t('ui.precheck.head')} <code data-testid="precheck-head">{head.hash}</code>
          </p>
        )}
      </div>
    </section>
  );
}
