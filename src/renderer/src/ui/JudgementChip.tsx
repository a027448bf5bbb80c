import { memo } from 'react';
import { useTexts } from '../i18n.js';
import { JudgementIcon, type Tone } from './JudgementIcon.js';

interface JudgementChipProps {
  readonly tone: Tone;
  /** Said instead of the judgement: of what is over, that it is. */
  readonly word?: string;
}

/** A judgement in sign and word. */
export const JudgementChip = memo(function JudgementChip({ tone, word }: JudgementChipProps) {
  const { t } = useTexts();
  return (
    <span
      data-tone={tone}
      className="inline-flex shrink-0 items-center gap-1 rounded-md bg-tone-soft px-1.25 py-0.5 text-caption font-semibold whitespace-nowrap text-tone"
    >
      <JudgementIcon tone={tone} />
      {word ?? (tone === 'starting' ? t('ui.starting') : t(`judgement.${tone}`))}
    </span>
  );
});
