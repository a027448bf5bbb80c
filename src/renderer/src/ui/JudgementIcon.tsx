import {
  BadgeInfo,
  CircleCheck,
  CircleQuestionMark,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
} from 'lucide-react';
import { memo } from 'react';
import type { Judgement } from '../../../shared/health/judgement.js';

/** A judgement as it is shown; `starting` is the unknown of the first seconds, when there is nothing to worry about. */
export type Tone = Judgement | 'starting';

// Every judgement has its own outline, so that none depends on its colour.
const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  ok: CircleCheck,
  advisory: BadgeInfo,
  warning: TriangleAlert,
  fault: OctagonX,
  unknown: CircleQuestionMark,
  starting: LoaderCircle,
};

interface JudgementIconProps {
  readonly tone: Tone;
  readonly className?: string;
}

/** The sign of a judgement, in the current colour. Always beside its word, so that it is hidden from screen readers. */
export const JudgementIcon = memo(function JudgementIcon({
  tone,
  className = 'size-3.5',
}: JudgementIconProps) {
  const Icon = ICONS[tone];
  return (
    <Icon
      className={`shrink-0 ${className} ${tone === 'starting' ? 'motion-safe:animate-spin' : ''}`}
      strokeWidth={2.25}
      aria-hidden
    />
  );
});
