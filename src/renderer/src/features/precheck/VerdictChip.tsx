import type { ItemVerdict } from '../../../../shared/precheck/verdict/types.js';
import { useTexts } from '../../i18n.js';
import { JudgementIcon, type Tone } from '../../ui/JudgementIcon.js';

/** The tone of a verdict of the pre-check. */
export const VERDICT_TONE: Readonly<Record<ItemVerdict, Exclude<Tone, 'starting'>>> = {
  pass: 'ok',
  warn: 'warning',
  fail: 'fault',
  unknown: 'unknown',
  pending: 'advisory',
};

/** A verdict in sign and word. */
export function VerdictChip({ verdict }: { readonly verdict: ItemVerdict }) {
  const { t } = useTexts();
  const tone = VERDICT_TONE[verdict];
  return (
    <span
      data-tone={tone}
      className="inline-flex shrink-0 items-center gap-1 rounded-md bg-tone-soft px-1.25 py-0.5 text-caption font-semibold whitespace-nowrap text-tone"
    >
      <JudgementIcon tone={tone} />
      {t(`precheck.verdict.${verdict}`)}
    </span>
  );
}
