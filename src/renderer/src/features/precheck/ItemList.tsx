import type { Judged } from '../../../../shared/precheck/flow/evidence.js';
import { ITEM_IDS } from '../../../../shared/precheck/items.js';
import { useTexts } from '../../i18n.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { VERDICT_TONE } from './VerdictChip.js';

/** Every item of the check beside its steps, with how it stands: nothing is left out unnoticed. */
export function ItemList({ judged }: { readonly judged: Judged }) {
  const { t } = useTexts();
  return (
    <section
      aria-labelledby="precheck-items"
      className="rounded-card border border-line bg-surface p-3 shadow-card"
    >
      <h2 id="precheck-items" className="px-1 font-semibold">
        {t('ui.precheck.items')}
      </h2>
      <ul className="mt-1.5 grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-3">
        {ITEM_IDS.map((item) => {
          const verdict = judged.judgements.find((one) => one.item === item)?.verdict ?? 'pending';
          const tone = VERDICT_TONE[verdict];
          return (
            <li
              key={item}
              data-item={item}
              data-verdict={verdict}
              data-tone={tone}
              className="flex items-center gap-1.5 px-1 py-0.5 text-caption"
            >
              <span className="text-tone">
                <JudgementIcon tone={tone} />
              </span>
              <span className="min-w-0">{t(`precheck.item.${item}`)}</span>
              <span className="sr-only">{t(`precheck.verdict.${verdict}`)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
