import type { ReactNode } from 'react';
import { measuredValues } from '../../../../../shared/precheck/flow/progress.js';
import type { Measurement } from '../../../../../shared/precheck/record/evidence-schema.js';
import type { ItemJudgement } from '../../../../../shared/precheck/verdict/types.js';
import { useTexts } from '../../../i18n.js';
import { MeasureList } from '../MeasureList.js';
import { Reasons } from '../Reasons.js';
import { VerdictChip } from '../VerdictChip.js';

interface EvidenceCardProps {
  readonly judgement: ItemJudgement;
  /** Everything that was measured in the check. */
  readonly measurements: readonly Measurement[];
  /** Whether the item is found from outside by this card: where the list of items stands beside it, it is not. */
  readonly asHook: boolean;
  readonly children?: ReactNode;
}

/** One item with its verdict, why, what to do, and everything that was measured for it. */
export function EvidenceCard({ judgement, measurements, asHook, children }: EvidenceCardProps) {
  const { t } = useTexts();
  const { item, verdict, confidence, reasons } = judgement;
  const values = measuredValues(item, measurements);
  const isSure = confidence === 'high' || verdict === 'pending' || verdict === 'unknown';
  return (
    <li
      data-evidence={item}
      {...(asHook && { 'data-item': item, 'data-verdict': verdict })}
      className="grid min-w-0 content-start gap-2 rounded-lg border border-line bg-surface px-3 py-2.5"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictChip verdict={verdict} />
        <h3 className="font-semibold">{t(`precheck.item.${item}`)}</h3>
        <span className="text-caption text-dim">{item}</span>
        {!isSure && <span className="text-caption text-dim">{t(`precheck.confidence.${confidence}`)}</span>}
      </div>
      {verdict !== 'pass' && <Reasons reasons={reasons} />}
      <MeasureList values={values} />
      {children}
    </li>
  );
}
