import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Step } from '../../../../shared/precheck/flow/steps.js';
import { useTexts } from '../../i18n.js';
import { BUTTON, MAIN_BUTTON } from '../settings/controls/styles.js';
import { goOn } from './actions.js';

interface StepFrameProps {
  readonly step: Step;
  readonly children: ReactNode;
  /** Why the next step can't be reached yet. */
  readonly blocked?: string | undefined;
  /** Something runs that must not be left. */
  readonly busy?: boolean;
  readonly isFirst: boolean;
}

/** One step: its heading has the focus when it opens, so that it is read out; its buttons lead on and back. */
export function StepFrame({ step, children, blocked, busy = false, isFirst }: StepFrameProps) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another heading
  useEffect(() => heading.current?.focus(), [step]);
  return (
    <section
      data-step={step}
      aria-labelledby="step-title"
      className="min-w-0 rounded-card border border-line bg-surface shadow-card"
    >
      <header className="px-4 pt-3.5">
        <h2
          ref={heading}
          tabIndex={-1}
          id="step-title"
          className="text-[1.15rem] leading-6 font-bold outline-none"
        >
          {t(`ui.precheck.step.${step}`)}
        </h2>
        <p className="mt-0.5 max-w-3xl text-dim">{t(`ui.precheck.intro.${step}`)}</p>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 py-3">{children}</div>
      {step !== 'result' && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-2.5">
          {blocked !== undefined && (
            <p id="step-blocked" className="mr-auto text-caption text-dim">
              {blocked}
            </p>
          )}
          {!isFirst && (
            <button type="button" className={BUTTON} disabled={busy} onClick={() => void goOn(-1)}>
              <ArrowLeft className="size-4 text-dim" aria-hidden />
              {t('ui.precheck.back')}
            </button>
          )}
          <button
            type="button"
            data-testid="precheck-next"
            className={MAIN_BUTTON}
            disabled={busy || blocked !== undefined}
            aria-describedby={blocked === undefined ? undefined : 'step-blocked'}
            onClick={() => void goOn(1)}
          >
            {t('ui.precheck.next')}
            <ArrowRight className="size-4" aria-hidden />
          </button>
        </footer>
      )}
    </section>
  );
}
