import { useEffect, useState } from 'react';
import { compareRecords } from '../../../../../shared/precheck/record/compare.js';
import type { PrecheckRecord } from '../../../../../shared/precheck/record/schema.js';
import { measureText } from '../../../../../shared/precheck/texts.js';
import { bridge } from '../../../bridge.js';
import { useTexts } from '../../../i18n.js';
import { BUTTON } from '../../settings/controls/styles.js';

interface ComparisonProps {
  readonly seq: number;
  readonly record: PrecheckRecord;
}

/** What is not as it was in the check before this one. */
export function Comparison({ seq, record }: ComparisonProps) {
  const speech = useTexts();
  const { t } = speech;
  const [before, setBefore] = useState<PrecheckRecord | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is compared anew
  useEffect(() => setBefore(null), [seq]);
  if (seq <= 1) return null;
  const load = async () => {
    const answer = await bridge.invoke('precheck:record', { seq: seq - 1 });
    if (answer.ok) setBefore(answer.value.record);
  };
  if (!before)
    return (
      <div className="print:hidden">
        <button type="button" className={BUTTON} onClick={() => void load()}>
          {t('ui.precheck.compare')}
        </button>
      </div>
    );
  const { items, measures } = compareRecords(before, record);
  const value = (measure: (typeof measures)[number]['measure'], amount: number | null) =>
    amount === null ? t('ui.precheck.noValue') : measureText(measure, amount, speech);
  const lines = [
    ...items.map(({ item, before: was, now }) => ({
      key: item,
      name: t(`precheck.item.${item}`),
      was: t(`precheck.verdict.${was}`),
      now: t(`precheck.verdict.${now}`),
    })),
    ...measures.map(({ measure, before: was, now }) => ({
      key: measure,
      name: t(`precheck.measure.${measure}`),
      was: value(measure, was),
      now: value(measure, now),
    })),
  ];
  return (
    <section
      aria-labelledby="compare-title"
      data-testid="precheck-comparison"
      className="rounded-card border border-line bg-surface px-4 py-3"
    >
      <h3 id="compare-title" className="font-semibold">
        {t(lines.length === 0 ? 'ui.precheck.compare.same' : 'ui.precheck.compare.title')}
      </h3>
      {lines.length > 0 && (
        <dl className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))] gap-x-4 gap-y-1 text-caption">
          {lines.map(({ key, name, was, now }) => (
            <div key={key} className="flex flex-wrap gap-x-2">
              <dt className="text-dim">{name}</dt>
              <dd>{t('ui.precheck.compare.change', { was, now })}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
