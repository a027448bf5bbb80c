import { memo } from 'react';
import { formatRange } from '../../../shared/format/range.js';
import { formatQuantity } from '../../../shared/format/value.js';
import type { MetricState } from '../../../shared/health/state.js';
import { metricSpec } from '../../../shared/metrics/dictionary.js';
import { useTexts } from '../i18n.js';
import { bandScale } from './band-scale.js';

/** Numbers closer than this, in percent of the width, would touch; then one text says both. */
const TOUCHING = 22;

/** Puts a text at a place without letting it stick out at either end. */
const at = (place: number) => ({ left: `${place}%`, transform: `translateX(-${place}%)` });

interface BandProps {
  readonly state: Pick<MetricState, 'metric' | 'range' | 'value'>;
}

/** The normal range of the procedure as a zone on a line, with the present value on it. */
export const Band = memo(function Band({ state }: BandProps) {
  const { t, language } = useTexts();
  const { metric, range, value } = state;
  if (!range || metricSpec(metric).unit === 'bool') return null;
  const scale = bandScale(metric, range, value);
  const text = formatRange(metric, range, t, language);
  if (!scale || !text) return null;
  const { low, high } = range;
  const apart = low !== undefined && high !== undefined && scale.high - scale.low >= TOUCHING;
  return (
    <div>
      <p className="sr-only">{t('ui.range', { range: text })}</p>
      <div aria-hidden className="forced-color-adjust-none">
        <div className="relative my-1 h-2 rounded-full bg-sunken">
          <div
            className="absolute inset-y-0 min-w-1.5 rounded-full bg-normal"
            style={{ left: `${scale.low}%`, right: `${100 - scale.high}%` }}
          />
          {scale.value !== null && (
            <div
              className="absolute -inset-y-1 w-1 rounded-full bg-(--marker,var(--ink)) ring-2 ring-surface"
              style={at(scale.value)}
            />
          )}
        </div>
        <div className="relative h-4.5 text-caption text-dim">
          {apart ? (
            <>
              <span className="absolute" style={at(scale.low)}>
                {formatQuantity(metric, low, t, language).number}
              </span>
              <span className="absolute whitespace-nowrap" style={at(scale.high)}>
                {formatQuantity(metric, high, t, language).text}
              </span>
            </>
          ) : (
            <span className="absolute whitespace-nowrap" style={at((scale.low + scale.high) / 2)}>
              {text}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}, isSameBand);

function isSameBand({ state: a }: BandProps, { state: b }: BandProps): boolean {
  return (
    a.metric === b.metric &&
    a.value === b.value &&
    a.range?.low === b.range?.low &&
    a.range?.high === b.range?.high
  );
}
