import { CheckCheck } from 'lucide-react';
import { withConfirmation } from '../../../../../shared/precheck/flow/progress.js';
import { MANUAL_GROUPS } from '../../../../../shared/precheck/flow/steps.js';
import { ITEMS, type ItemId } from '../../../../../shared/precheck/items.js';
import { useTexts } from '../../../i18n.js';
import { usePrecheck } from '../../../stores/precheck.js';
import { BUTTON } from '../../settings/controls/styles.js';
import { changeDraft } from '../actions.js';
import { StepFrame } from '../StepFrame.js';
import type { StepProps } from '../step-props.js';
import { ManualItem } from './ManualItem.js';

/** What only a person can see, in short groups: each can be confirmed at once, or item by item. */
export function ManualStep({ draft, isFirst }: StepProps) {
  const { t } = useTexts();
  const inspections = usePrecheck(({ view }) => view?.inspections);
  const confirmAll = (items: readonly ItemId[]) =>
    changeDraft((now) =>
      items.reduce((next, item) => {
        const before = next.confirmations.find((one) => one.item === item);
        const inspectedAt = before?.inspectedAt ?? inspections?.[item];
        return withConfirmation(next, {
          ...before,
          item,
          answer: 'yes',
          by: next.operator,
          at: Date.now(),
          ...(ITEMS[item].inspected && inspectedAt !== undefined && { inspectedAt }),
        });
      }, now),
    );
  return (
    <StepFrame step="manual" isFirst={isFirst}>
      {MANUAL_GROUPS.map(({ id, items }) => {
        const own = items.filter((item) => draft.items.includes(item));
        if (own.length === 0) return null;
        return (
          <section key={id} aria-labelledby={`manual-${id}`} className="grid gap-1">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3 id={`manual-${id}`} className="font-semibold">
                {t(`ui.precheck.group.${id}`)}
              </h3>
              {own.length > 1 && (
                <button type="button" className={BUTTON} onClick={() => void confirmAll(own)}>
                  <CheckCheck className="size-4 text-dim" aria-hidden />
                  {t('ui.precheck.confirmAll')}
                </button>
              )}
            </div>
            <ul className="divide-y divide-line">
              {own.map((item) => (
                <ManualItem key={item} item={item} draft={draft} inspected={inspections?.[item]} />
              ))}
            </ul>
          </section>
        );
      })}
    </StepFrame>
  );
}
