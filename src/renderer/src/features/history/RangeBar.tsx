import { ChevronLeft, ChevronRight, type LucideIcon, ZoomIn, ZoomOut } from 'lucide-react';
import { useTexts } from '../../i18n.js';
import { moved, type Stretch, zoomed } from './chart-data.js';
import { RANGES } from './ranges.js';

interface RangeBarProps {
  readonly stretch: Stretch;
  readonly onStretch: (stretch: Stretch) => void;
}

type Step = 'earlier' | 'later' | 'zoomIn' | 'zoomOut';

const STEPS: readonly (readonly [Step, LucideIcon, (stretch: Stretch) => Stretch])[] = [
  ['earlier', ChevronLeft, (stretch) => moved(stretch, -0.5)],
  ['later', ChevronRight, (stretch) => moved(stretch, 0.5)],
  ['zoomIn', ZoomIn, (stretch) => zoomed(stretch, 0.5)],
  ['zoomOut', ZoomOut, (stretch) => zoomed(stretch, 2)],
];

const BUTTON = 'rounded-lg border border-line px-2.5 py-1 hover:bg-sunken aria-pressed:border-brand';

/** Which stretch of time is shown: up to now by a button, or moved and zoomed from there. */
export function RangeBar({ stretch, onStretch }: RangeBarProps) {
  const { t } = useTexts();
  const length = stretch.to - stretch.from;
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="sr-only">{t('ui.history.range')}</legend>
      {RANGES.map(([name, ms]) => (
        <button
          key={name}
          type="button"
          aria-pressed={length === ms}
          onClick={() => onStretch({ from: Date.now() - ms, to: Date.now() })}
          className={`${BUTTON} aria-pressed:bg-brand-soft aria-pressed:font-semibold aria-pressed:text-brand`}
        >
          {t(`ui.history.range.${name}`)}
        </button>
      ))}
      {STEPS.map(([name, Icon, change]) => (
        <button
          key={name}
          type="button"
          aria-label={t(`ui.history.${name}`)}
          title={t(`ui.history.${name}`)}
          onClick={() => onStretch(change(stretch))}
          className={`${BUTTON} !px-2 !py-1.5`}
        >
          <Icon className="size-4" aria-hidden />
        </button>
      ))}
    </fieldset>
  );
}
