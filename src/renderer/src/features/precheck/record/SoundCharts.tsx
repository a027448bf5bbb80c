import type { ReactNode, SVGProps } from 'react';
import type { PrecheckRecord } from '../../../../../shared/precheck/record/schema.js';
import { TAKE_MS, TAKE_PLAN } from '../../../../../shared/precheck/take.js';
import { useTexts } from '../../../i18n.js';

/** What both charts span, dBFS. */
const LOW = -90;

interface SoundChartsProps {
  readonly sound: NonNullable<PrecheckRecord['sound']>;
}

const height = (db: number): number => 40 - (40 * (Math.max(LOW, Math.min(0, db)) - LOW)) / -LOW;

/** Level over the take, and what the quiet room and the voice are made of. */
export function SoundCharts({ sound }: SoundChartsProps) {
  const { t } = useTexts();
  const { curve, spectrum } = sound;
  return (
    <div className="grid content-start gap-3">
      <Chart label={t('ui.precheck.chart.level')}>
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
        <Curve values={curve} stroke="var(--brand)" />
      </Chart>
      <Chart label={t('ui.precheck.chart.spectrum')}>
        <Curve values={spectrum.speech.map(({ db }) => db)} stroke="var(--brand)" />
        <Curve values={spectrum.quiet.map(({ db }) => db)} stroke="var(--dim)" strokeDasharray="4 3" />
      </Chart>
    </div>
  );
}

function Chart({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <figure className="grid gap-1">
      <figcaption className="text-caption text-dim">{label}</figcaption>
      <svg
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        className="h-20 w-full rounded bg-sunken"
      >
        {children}
      </svg>
    </figure>
  );
}

interface CurveProps extends Pick<SVGProps<SVGPolylineElement>, 'stroke' | 'strokeDasharray'> {
  readonly values: readonly number[];
}

/** Values in dBFS, at equal distances from one side to the other. */
function Curve({ values, ...look }: CurveProps) {
  const points = values.map(
    (db, i) => `${(100 * i) / Math.max(1, values.length - 1)},${height(db).toFixed(2)}`,
  );
  return (
    <polyline
      points={points.join(' ')}
      fill="none"
      strokeWidth="1.5"
      vectorEffect="non-scaling-stroke"
      {...look}
    />
  );
}
