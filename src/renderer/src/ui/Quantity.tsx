import { memo } from 'react';
import { formatValue } from '../../../shared/format/value.js';
import type { MetricId } from '../../../shared/metrics/dictionary.js';
import { useTexts } from '../i18n.js';

interface QuantityProps {
  readonly metric: MetricId;
  readonly value: number;
}

/** A measured value with its unit set smaller. */
export const Quantity = memo(function Quantity({ metric, value }: QuantityProps) {
  const { t, language } = useTexts();
  const { number, text } = formatValue(metric, value, t, language);
  const unit = text.slice(number.length);
  return (
    <span className="whitespace-nowrap">
      {number}
      {unit && <small className="ml-px text-[max(0.5em,0.75rem)] font-medium text-dim">{unit}</small>}
    </span>
  );
});
