import { LoaderCircle, RotateCw } from 'lucide-react';
import { STATION_ITEMS } from '../../../../../shared/precheck/flow/steps.js';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import { useTexts } from '../../../i18n.js';
import { BUTTON } from '../../settings/controls/styles.js';
import { EvidenceCard } from '../result/EvidenceCard.js';
import { StepFrame } from '../StepFrame.js';
import type { StepProps } from '../step-props.js';
import { useAutomatic } from './use-automatic.js';

/** What the program finds out alone: cables, network, updates, antivirus, all at once. */
export function AutomaticStep({ draft, judged, isFirst }: StepProps) {
  const { t } = useTexts();
  const items = STATION_ITEMS.filter((item) => draft.items.includes(item));
  const verdictOf = (item: ItemId) => judged.judgements.find((one) => one.item === item);
  const measured = (item: ItemId) =>
    draft.problems.some((one) => one.item === item) ||
    (verdictOf(item)?.measures.some(({ value, verdict }) => value !== null || verdict === 'unknown') ??
      false);
  const { reading, uploading, again } = useAutomatic(items, items.every(measured));
  const busy = reading || uploading;
  return (
    <StepFrame step="automatic" isFirst={isFirst} busy={busy}>
      <p
        role="status"
        data-testid="automatic-progress"
        className="flex items-center gap-2 text-dim empty:hidden"
      >
        {busy && (
          <>
            <LoaderCircle className="size-4 motion-safe:animate-spin" aria-hidden />
            {t(uploading ? 'ui.precheck.automatic.uploading' : 'ui.precheck.automatic.reading')}
          </>
        )}
      </p>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,22rem),1fr))] gap-2">
        {items.map((item) => {
          const judgement = verdictOf(item);
          return (
            judgement && (
              <EvidenceCard
                key={item}
                judgement={judgement}
                measurements={draft.measurements}
                asHook={false}
              />
            )
          );
        })}
      </ul>
      <div>
        <button type="button" className={BUTTON} disabled={busy} onClick={again}>
          <RotateCw className="size-4 text-dim" aria-hidden />
          {t('ui.precheck.again')}
        </button>
      </div>
    </StepFrame>
  );
}
