import type { ReactNode } from 'react';
import { formatMoment } from '../../../../../shared/format/time.js';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import type {
  Confirmation,
  Measurement,
  Waiver,
} from '../../../../../shared/precheck/record/evidence-schema.js';
import type { ItemJudgement, ItemVerdict } from '../../../../../shared/precheck/verdict/types.js';
import { useTexts } from '../../../i18n.js';
import { EvidenceCard } from './EvidenceCard.js';

/** What presses most stands first. */
const ORDER: readonly ItemVerdict[] = ['fail', 'unknown', 'pending', 'warn', 'pass'];

interface EvidenceProps {
  readonly judgements: readonly ItemJudgement[];
  readonly measurements: readonly Measurement[];
  readonly confirmations: readonly Confirmation[];
  readonly waivers: readonly Waiver[];
  /** Shows the photo of an item; absent: it is only said that there is one. */
  readonly photoOf?: (item: ItemId) => ReactNode;
  /** What can be done about an item. */
  readonly actions?: (item: ItemId) => ReactNode;
}

/** Every item with its evidence; those that stand in the way first. */
export function Evidence({
  judgements,
  measurements,
  confirmations,
  waivers,
  photoOf,
  actions,
}: EvidenceProps) {
  const sorted = judgements.toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,22rem),1fr))] gap-2">
      {sorted.map((judgement) => {
        const { item } = judgement;
        return (
          <EvidenceCard key={item} judgement={judgement} measurements={measurements} asHook>
            <Said confirmation={confirmations.find((one) => one.item === item)} photoOf={photoOf} />
            <Waived waiver={waivers.find((one) => one.item === item)} />
            {actions?.(item)}
          </EvidenceCard>
        );
      })}
    </ul>
  );
}

interface SaidProps {
  readonly confirmation: Confirmation | undefined;
  readonly photoOf: EvidenceProps['photoOf'] | undefined;
}

function Said({ confirmation, photoOf }: SaidProps) {
  const { t, language } = useTexts();
  if (!confirmation) return null;
  const { item, by, at, answer, note, inspectedAt, photo } = confirmation;
  return (
    <div className="text-caption text-dim">
      {t('ui.precheck.said', {
        name: by,
        time: formatMoment(at, Date.now(), language),
        answer: t(answer === 'yes' ? 'precheck.yes' : 'precheck.no'),
      })}
      {inspectedAt !== undefined && (
        <span className="block">
          {t('ui.precheck.inspected', { day: new Date(inspectedAt).toLocaleDateString(language) })}
        </span>
      )}
      {note && <span className="block">{note}</span>}
      {photo && (photoOf ? photoOf(item) : t('ui.precheck.photo.kept'))}
    </div>
  );
}

function Waived({ waiver }: { readonly waiver: Waiver | undefined }) {
  const { t } = useTexts();
  if (!waiver) return null;
  return (
    <p data-waiver className="rounded bg-sunken px-2 py-1 text-caption">
      {t(`ui.precheck.waived.${waiver.role}`, { name: waiver.by, reason: waiver.reason })}
    </p>
  );
}
