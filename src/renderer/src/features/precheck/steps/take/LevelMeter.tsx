import { useStore } from 'zustand';
import { formatNumber } from '../../../../../../shared/format/number.js';
import { useTexts } from '../../../../i18n.js';
import type { CaptureSession } from '../../capture/session.js';

/** What the meter spans, dBFS, and where its colours change (OBS: nominal below −20, error from −9). */
const LOW = -60;
const MARKS = [-50, -20, -9] as const;

/** What the microphone hears now, in dBFS; the marks say where speech should be. */
export function LevelMeter({ session }: { readonly session: CaptureSession }) {
  const { t, language } = useTexts();
  const level = useStore(session.state, (state) => state.level);
  const loudest = level ? Math.max(...level.levels) : null;
  const tone = level === null ? 'unknown' : level.peak >= -1 ? 'fault' : level.peak >= -9 ? 'warning' : 'ok';
  const share = loudest === null ? 0 : Math.max(0, Math.min(1, (loudest - LOW) / -LOW));
  return (
    <div data-tone={tone} className="grid gap-1">
      <div className="flex justify-between text-caption">
        <span className="text-dim">{t('ui.precheck.level')}</span>
        <span data-testid="level" data-value={loudest ?? ''} className="font-medium">
          {loudest === null ? t('ui.precheck.noValue') : `${formatNumber(language, loudest, 0, 0)} dBFS`}
        </span>
      </div>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2.5 w-full" aria-hidden>
        <rect width="100" height="6" rx="1" fill="var(--sunken)" />
        <rect width={share * 100} height="6" rx="1" fill="var(--tone-solid)" />
        {MARKS.map((mark) => (
          <rect key={mark} x={((mark - LOW) / -LOW) * 100} width="0.5" height="6" fill="var(--line-strong)" />
        ))}
      </svg>
    </div>
  );
}
