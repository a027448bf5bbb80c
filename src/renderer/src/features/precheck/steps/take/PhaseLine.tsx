import { useEffect, useState } from 'react';
import { phaseAt, TAKE_MS, TAKE_PLAN } from '../../../../../../shared/precheck/take.js';
import { useTexts } from '../../../../i18n.js';

/** How often the line moves, ms. */
const STEP_MS = 200;

interface PhaseLineProps {
  /** When the take began, by the page's clock; null: none runs. */
  readonly begun: number | null;
  readonly repeating: boolean;
}

/** What to do now, and how long: quiet, speak, wave. Without a take: what will be asked for. */
export function PhaseLine({ begun, repeating }: PhaseLineProps) {
  const { t } = useTexts();
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (begun === null) return;
    const tick = () => setNow(performance.now() - begun);
    tick();
    const timer = setInterval(tick, STEP_MS);
    return () => clearInterval(timer);
  }, [begun]);
  if (begun === null)
    return (
      <div className="text-dim">
        {repeating ? (
          <p role="status" className="font-medium text-ink">
            {t('ui.precheck.take.repeat')}
          </p>
        ) : (
          <ol className="flex flex-wrap gap-x-4 gap-y-1">
            {TAKE_PLAN.map(({ phase, from, to }) => (
              <li key={phase}>
                {t('ui.precheck.take.plan', {
                  from: from / 1_000,
                  to: to / 1_000,
                  what: t(`ui.precheck.phase.${phase}`),
                })}
              </li>
            ))}
          </ol>
        )}
      </div>
    );
  const phase = phaseAt(now);
  const plan = TAKE_PLAN.find((one) => one.phase === phase);
  const left = Math.max(0, Math.ceil(((plan?.to ?? TAKE_MS) - now) / 1_000));
  return (
    <div data-testid="take-phase" data-phase={phase} className="rounded-lg bg-brand-soft px-3.5 py-2.5">
      <div className="flex items-baseline justify-between gap-3">
        <p aria-live="assertive" className="text-[1.05rem] font-bold">
          {phase === 'other' ? t('ui.precheck.take.ending') : t(`precheck.phase.${phase}`)}
        </p>
        <p aria-hidden className="text-[1.05rem] font-bold">
          {left}
        </p>
      </div>
      {phase === 'speech' && <p className="mt-0.5 text-[1.05rem]">{t('precheck.line')}</p>}
      <progress
        className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-surface [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-brand"
        max={TAKE_MS}
        value={Math.min(TAKE_MS, now)}
        aria-label={t('ui.precheck.take.progress')}
      />
    </div>
  );
}
