import { type BaselineRow, isDifference } from '../../../../shared/baseline/compare.js';
import type { Baseline } from '../../../../shared/baseline/schema.js';
import { formatMoment } from '../../../../shared/format/time.js';
import { useTexts } from '../../i18n.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { worstTone } from './row-content.js';

interface SummaryProps {
  readonly baseline: Baseline;
  readonly rows: readonly BaselineRow[];
}

/** Whether the station is as it was, who took the baseline and when. */
export function Summary({ baseline, rows }: SummaryProps) {
  const { t, language } = useTexts();
  const { by, at, devices, values } = baseline;
  const count = rows.filter(isDifference).length;
  const tone = worstTone(rows);
  return (
    <section
      data-testid="baseline-summary"
      data-tone={tone}
      className="flex items-start gap-3 rounded-card border border-tone-solid/30 bg-tone-soft px-4 py-3"
    >
      <span className="mt-0.5 text-tone">
        <JudgementIcon tone={tone} className="size-5" />
      </span>
      <div className="min-w-0">
        <p role="status" className="font-semibold text-tone">
          {count === 0 ? t('ui.baseline.same') : t('ui.baseline.differs', { count })}
        </p>
        <p className="flex flex-wrap gap-x-3 text-caption">
          <span>{t('ui.baseline.taken', { name: by, time: formatMoment(at, Date.now(), language) })}</span>
          <span>{t('ui.baseline.counts', { devices: devices.length, values: values.length })}</span>
        </p>
      </div>
    </section>
  );
}
