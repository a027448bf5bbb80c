import { Volume2 } from 'lucide-react';
import type { Draft } from '../../../../../shared/precheck/flow/draft.js';
import { withFound } from '../../../../../shared/precheck/flow/progress.js';
import { measurement } from '../../../../../shared/precheck/measured/measure.js';
import { useTexts } from '../../../i18n.js';
import { BUTTON } from '../../settings/controls/styles.js';
import { changeDraft } from '../actions.js';
import { playTone, type Side } from '../capture/tone.js';
import { StepFrame } from '../StepFrame.js';
import type { StepProps } from '../step-props.js';
import { YesNo } from './YesNo.js';

const SIDES = ['left', 'right'] as const satisfies readonly Side[];

/** A tone on each side; only the person can tell whether it was heard there. */
export function HeadphonesStep({ draft, isFirst }: StepProps) {
  const { t } = useTexts();
  return (
    <StepFrame step="headphones" isFirst={isFirst}>
      {SIDES.map((side) => (
        <div key={side} data-side={side} className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <button type="button" className={BUTTON} onClick={() => void playTone(side)}>
            <Volume2 className="size-4 text-dim" aria-hidden />
            {t(`ui.precheck.headphones.play.${side}`)}
          </button>
          <YesNo
            legend={t(`ui.precheck.headphones.heard.${side}`)}
            value={answerOf(draft, side)}
            onChange={(heard) => void answer(side, heard)}
          />
        </div>
      ))}
    </StepFrame>
  );
}

function answerOf({ measurements }: Draft, side: Side): boolean | null {
  const value = measurements.find(({ measure }) => measure === `headphones.${side}`)?.value;
  return value === undefined || value === null ? null : value > 0;
}

/** Both sides are kept together: an answer for one leaves the other as it was said. */
const answer = (side: Side, heard: boolean) =>
  changeDraft((draft) => {
    const other = draft.measurements.filter(
      ({ measure }) => measure.startsWith('headphones.') && measure !== `headphones.${side}`,
    );
    const said = measurement(`headphones.${side}`, heard ? 1 : 0, { at: Date.now() });
    return withFound(draft, ['P2.c.headphones'], { measurements: [...other, said], problems: [] });
  });
