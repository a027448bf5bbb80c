import { Pause } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Draft } from '../../../../shared/precheck/flow/draft.js';
import type { Step } from '../../../../shared/precheck/flow/steps.js';
import { useTexts } from '../../i18n.js';
import { BUTTON } from '../settings/controls/styles.js';
import { goOn, goTo, pauseCheck, stepsOf } from './actions.js';
import { ItemList } from './ItemList.js';
import type { StepProps } from './step-props.js';
import { AutomaticStep } from './steps/AutomaticStep.js';
import { HeadphonesStep } from './steps/HeadphonesStep.js';
import { ManualStep } from './steps/ManualStep.js';
import { OperatorStep } from './steps/OperatorStep.js';
import { PlatformStep } from './steps/PlatformStep.js';
import { ResultStep } from './steps/ResultStep.js';
import { TakeStep } from './steps/TakeStep.js';
import { useJudged } from './use-judged.js';

const STEP: Readonly<Record<Step, ComponentType<StepProps>>> = {
  operator: OperatorStep,
  platform: PlatformStep,
  automatic: AutomaticStep,
  take: TakeStep,
  headphones: HeadphonesStep,
  manual: ManualStep,
  result: ResultStep,
};

/** The check that is being made: where it stands, its step, and all items beside it. */
export function Wizard({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const judged = useJudged(draft);
  const steps = stepsOf(draft);
  const at = steps.indexOf(draft.step);
  const StepView = STEP[draft.step];
  const onKeyDown = (event: React.KeyboardEvent) => {
    const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    // A field takes its own Escape first; a take is stopped by its own button.
    if (event.key !== 'Escape' || event.defaultPrevented || inField || draft.step === 'take') return;
    if (at > 0) void goOn(-1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back wherever the focus is
    <div onKeyDown={onKeyDown} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <nav aria-label={t('ui.precheck.steps')} className="min-w-0 grow">
          <ol className="flex flex-wrap gap-1">
            {steps.map((step, i) => (
              <li key={step}>
                <button
                  type="button"
                  aria-current={step === draft.step ? 'step' : undefined}
                  disabled={step !== draft.step && !canJump(draft, at, i)}
                  onClick={() => void goTo(step)}
                  className="rounded-full px-2.5 py-0.5 text-caption text-dim enabled:hover:bg-sunken enabled:hover:text-ink aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand"
                >
                  {i + 1} {t(`ui.precheck.short.${step}`)}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <button type="button" className={BUTTON} onClick={() => void pauseCheck()}>
          <Pause className="size-4 text-dim" aria-hidden />
          {t('ui.precheck.pause')}
        </button>
      </div>
      <StepView draft={draft} judged={judged} isFirst={at <= 0} />
      {draft.step !== 'result' && <ItemList judged={judged} />}
    </div>
  );
}

/** Back to any step; on to one only when it is clear who makes the check. */
const canJump = ({ operator }: Draft, from: number, to: number): boolean =>
  to < from || operator.trim() !== '';
