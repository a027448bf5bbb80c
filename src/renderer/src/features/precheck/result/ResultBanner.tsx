import type { ReactNode } from 'react';
import type { PrecheckResult } from '../../../../../shared/precheck/verdict/result.js';
import { useTexts } from '../../../i18n.js';
import { JudgementIcon, type Tone } from '../../../ui/JudgementIcon.js';

const TONE: Readonly<Record<PrecheckResult, Tone>> = {
  go: 'ok',
  conditional: 'warning',
  'no-go': 'fault',
  incomplete: 'unknown',
};

interface ResultBannerProps {
  readonly result: PrecheckResult;
  readonly children?: ReactNode;
}

/** The one answer of a check. */
export function ResultBanner({ result, children }: ResultBannerProps) {
  const { t } = useTexts();
  const tone = TONE[result];
  return (
    <div
      data-testid="precheck-result"
      data-result={result}
      data-tone={tone}
      className="flex items-center gap-3.5 rounded-card border border-tone-solid/30 bg-tone-soft px-4 py-3"
    >
      <span className="grid size-10 shrink-0 place-items-center rounded-xl bg-tone-solid text-glyph">
        <JudgementIcon tone={tone} className="size-6" />
      </span>
      <div className="min-w-0">
        <p role="status" className="text-title font-bold tracking-tight">
          {t(`precheck.result.${result}`)}
        </p>
        <div className="text-ink/80">{children}</div>
      </div>
    </div>
  );
}
