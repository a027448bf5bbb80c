import type { PrecheckRecord } from '../../../../../shared/precheck/record/schema.js';
import { TAKE_MS, TAKE_PLAN } from '../../../../../shared/precheck/take.js';
import { useTexts } from '../../../i18n.js';

/** What both charts span, dBFS. */
const LOW = -90;

interface SoundChartsProps {
  readonly sound: NonNullable<PrecheckRecord['sound']>;
}

/** Level over the take, and what the quiet room and the voice are made of. */
export function SoundCharts({ sound }: SoundChartsProps) {
  const { t } = useTexts();
  const { curve, spectrum } = sound;
  const height = (db: number) => 40 - (40 * (Math.max(LOW, Math.min(0, db)) - LOW)) / -LOW;
  const line = (values: readonly number[]) =>
    values.map((db, i) => `${(100 * i) / Math.max(1, values.length - 1)},${height(db).toFixed(2)}`).join(' ');
  return (
    <div className="grid content-start gap-3">
      <figure className="grid gap-1">
        <figcaption className="text-caption text-dim">{t('ui.precheck.chart.level')}</figcaption>
        <svg
          viewBox="0 0 100 40"
          preserveAspectRatio="none"
          role="img"
          aria-label={t('ui.precheck.chart.level')}
          className="h-20 w-full rounded bg-sunken"
        >
          {TAKE_PLAN.map(({ phase, to }) => (
            <line
              key={phase}
              x1={(100 * to) / TAKE_MS}
              x2={(100 * to) / TAKE_MS}
              y1="0"
              y2="40"
              stroke="var(--line-strong)"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          <polyline
            points={line(curve)}
            fill="none"
            stroke="var(--brand)"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      </figure>
      <figure className="grid gap-1">
        <figcaption className="text-caption text-dim">{t('ui.precheck.chart.spectrum')}</figcaption>
        <svg
          viewBox="0 0 100 40"
          preserveAspectRatio="none"
          role="img"
          aria-label={t('ui.precheck.chart.spectrum')}
          className="h-20 w-full rounded bg-sunken"
        >
          <polyline
            points={line(spectrum.speech.map(({ db }) => db))}
            fill="none"
            stroke="var(--brand)"
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
          <polyline
            points={line(spectrum.quiet.map(({ db }) => db))}
            fill="none"
            stroke="var(--dim)"
            strokeWidth="1.5"
            strokeDasharray="4 3"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
      </figure>
    </div>
  );
}
