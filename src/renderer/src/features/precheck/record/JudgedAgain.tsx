import { Scale } from 'lucide-react';
import { useEffect, useState } from 'react';
import { rejudge } from '../../../../../shared/precheck/record/rejudge.js';
import type { PrecheckRecord } from '../../../../../shared/precheck/record/schema.js';
import { useTexts } from '../../../i18n.js';
import { BUTTON } from '../../settings/controls/styles.js';
import { Reasons } from '../Reasons.js';
import { useSection } from '../use-judged.js';
import { VerdictChip } from '../VerdictChip.js';

/** The same evidence by the limits of today, beside what was found then. The record stays as it is. */
export function JudgedAgain({ record }: { readonly record: PrecheckRecord }) {
  const { t } = useTexts();
  const section = useSection();
  const [isShown, setShown] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is judged when it is asked for
  useEffect(() => setShown(false), [record.id]);
  if (!section) return null;
  if (!isShown)
    return (
      <div className="print:hidden">
        <button type="button" data-testid="judge-again" className={BUTTON} onClick={() => setShown(true)}>
          <Scale className="size-4 text-dim" aria-hidden />
          {t('ui.precheck.rejudge')}
        </button>
      </div>
    );
  const now = rejudge(record, section);
  const changed = now.judgements.flatMap((judgement) => {
    const before = record.judgements.find(({ item }) => item === judgement.item)?.verdict ?? 'pending';
    return before === judgement.verdict ? [] : [{ before, judgement }];
  });
  return (
    <section
      aria-labelledby="rejudged-title"
      data-testid="judged-again"
      data-rejudged={now.result}
      className="grid gap-2 rounded-card border border-line bg-surface px-4 py-3"
    >
      <h3 id="rejudged-title" className="font-semibold">
        {t('ui.precheck.rejudge.title', {
          was: t(`precheck.result.${record.result}`),
          now: t(`precheck.result.${now.result}`),
        })}
      </h3>
      <p className="text-caption text-dim">
        {t('ui.precheck.rejudge.about', { was: record.section?.version ?? '–', now: section.version })}
      </p>
      {changed.length === 0 ? (
        <p className="text-caption">{t('ui.precheck.rejudge.same')}</p>
      ) : (
        <ul className="grid gap-2">
          {changed.map(({ before, judgement: { item, verdict, reasons } }) => (
            <li key={item} data-rejudged-item={item} className="grid gap-1">
              <div className="flex flex-wrap items-center gap-2">
                <VerdictChip verdict={before} />
                <span aria-hidden>→</span>
                <VerdictChip verdict={verdict} />
                <span className="font-medium">{t(`precheck.item.${item}`)}</span>
              </div>
              {verdict !== 'pass' && <Reasons reasons={reasons} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
